import { type Pack, PackReader } from '@policy-timeline/domain';

/** Fetches the record once; the HTTP cache answers while its position stays the same. @throws Error with the reason. */
export async function fetchPack(signal?: AbortSignal): Promise<PackReader> {
  const response = await fetch('/api/pack', {
    ...(signal ? { signal } : {}),
    headers: { accept: 'application/gzip' },
  });
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  const unpacked = new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
  return new PackReader((await unpacked.json()) as Pack);
}
