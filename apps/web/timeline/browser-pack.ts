import { type Pack, PackReader } from '@policy-timeline/domain';

/**
 * Fetches the record, or its state at a log position; the HTTP cache answers while the position stays the same.
 * @throws Error with the reason.
 */
export async function fetchPack(position: string | null, signal?: AbortSignal): Promise<PackReader> {
  const at = position === null ? '' : `?position=${encodeURIComponent(position)}`;
  const response = await fetch(`/api/pack${at}`, {
    ...(signal ? { signal } : {}),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new PackReader((await response.json()) as Pack);
}
