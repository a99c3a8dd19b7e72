import { type Pack, PackReader } from '@policy-timeline/domain';

export type PackFault =
  | { readonly kind: 'unreachable' | 'unreadable'; readonly reason: string }
  | { readonly kind: 'refused'; readonly status: number };
export type ServerPack =
  | { readonly ok: true; readonly reader: PackReader; readonly stale: boolean }
  | { readonly ok: false; readonly fault: PackFault };

const WAIT_MS = 5_000;
const FROZEN_KEPT = 4;
const frozen = new Map<string, PackReader>();
let held: { readonly etag: string | null; readonly reader: PackReader } | null = null;

/** Where the API listens; asked at run time, so that one build serves every deployment. */
export function apiUrl(path: string): string {
  return new URL(path, process.env.API_URL ?? 'http://127.0.0.1:4000').toString();
}

/** The record at a log position, which never changes; the last few asked for are kept. */
export async function frozenPack(position: string): Promise<ServerPack> {
  const kept = frozen.get(position);
  if (kept) return { ok: true, reader: kept, stale: false };
  try {
    const response = await fetch(apiUrl(`/pack?position=${encodeURIComponent(position)}`), {
      cache: 'no-store',
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (!response.ok) return { ok: false, fault: { kind: 'refused', status: response.status } };
    const reader = new PackReader((await response.json()) as Pack);
    if (frozen.size >= FROZEN_KEPT) frozen.delete(frozen.keys().next().value as string);
    frozen.set(position, reader);
    return { ok: true, reader, stale: false };
  } catch (error) {
    return { ok: false, fault: { kind: 'unreachable', reason: reasonOf(error) } };
  }
}

/** The newest pack. It is parsed once per position; when the API does not answer, the last one received is used and marked stale. */
export async function serverPack(): Promise<ServerPack> {
  let response: Response;
  try {
    const headers: Record<string, string> = held?.etag ? { 'if-none-match': held.etag } : {};
    response = await fetch(apiUrl('/pack'), {
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(WAIT_MS),
    });
  } catch (error) {
    return fallback({ kind: 'unreachable', reason: reasonOf(error) });
  }
  if (response.status === 304 && held) return { ok: true, reader: held.reader, stale: false };
  if (!response.ok) return fallback({ kind: 'refused', status: response.status });
  try {
    const pack = (await response.json()) as Pack;
    const same = held?.reader.pack.hash === pack.hash && held.reader.pack.position === pack.position;
    if (!held || !same) held = { etag: response.headers.get('etag'), reader: new PackReader(pack) };
    return { ok: true, reader: held.reader, stale: false };
  } catch (error) {
    return fallback({ kind: 'unreadable', reason: reasonOf(error) });
  }
}

function fallback(fault: PackFault): ServerPack {
  return held ? { ok: true, reader: held.reader, stale: true } : { ok: false, fault };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name === 'TimeoutError' ? `${WAIT_MS / 1000} s` : error.message;
}
