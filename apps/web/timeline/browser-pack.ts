import { type Pack, PackReader } from '@policy-timeline/domain';

/** Fetches the record once; the HTTP cache answers while its position stays the same. @throws Error with the reason. */
export async function fetchPack(signal?: AbortSignal): Promise<PackReader> {
  const response = await fetch('/api/pack', {
    ...(signal ? { signal } : {}),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new PackReader((await response.json()) as Pack);
}
