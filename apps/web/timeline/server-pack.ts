import { type Pack, PackReader } from '@policy-timeline/domain';
import { LOCALES } from '@/language/locale';
import { type AskPack, askColumns, askNewer, nameQuery, PackRefused, withAskedTexts } from './pack-client';

export type PackFault =
  | { readonly kind: 'unreachable' | 'unreadable'; readonly reason: string }
  | { readonly kind: 'refused'; readonly status: number };
export type ServerPack =
  | { readonly ok: true; readonly reader: PackReader; readonly stale: boolean }
  | { readonly ok: false; readonly fault: PackFault };

const WAIT_MS = 5_000;
const FROZEN_KEPT = 4;
const frozen = new Map<string, PackReader>();
let held: PackReader | null = null;

/** Where the API listens; asked at run time, so that one build serves every deployment. */
export function apiUrl(path: string): string {
  return new URL(path, process.env.API_URL ?? 'http://127.0.0.1:4000').toString();
}

const ask: AskPack = (query) =>
  fetch(apiUrl(`/pack${query}`), { cache: 'no-store', signal: AbortSignal.timeout(WAIT_MS) });

/** The record at a log position, which never changes; the last few asked for are kept. */
export async function frozenPack(position: string): Promise<ServerPack> {
  const kept = frozen.get(position);
  if (kept) return { ok: true, reader: kept, stale: false };
  try {
    const columns = await askColumns(ask, nameQuery({ position }));
    const reader = new PackReader(await withAskedTexts(ask, columns, LOCALES));
    if (frozen.size >= FROZEN_KEPT) frozen.delete(frozen.keys().next().value as string);
    frozen.set(position, reader);
    return { ok: true, reader, stale: false };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** The newest record. It is read once and then brought up to date; when the API does not answer, the last one received is used and marked stale. */
export async function serverPack(): Promise<ServerPack> {
  try {
    if (held === null) held = new PackReader(await withAskedTexts(ask, await askColumns(ask, ''), LOCALES));
    else {
      const { pack } = held;
      const newest = await newestOf(pack);
      if (newest !== pack) held = new PackReader(newest);
    }
    return { ok: true, reader: held, stale: false };
  } catch (error) {
    const fault = faultOf(error);
    return held ? { ok: true, reader: held, stale: true } : { ok: false, fault };
  }
}

/** Of another log (the API was given a new one) nothing that is held is of use. */
async function newestOf(pack: Pack): Promise<Pack> {
  try {
    return await askNewer(ask, pack, '');
  } catch (error) {
    if (!(error instanceof PackRefused) || error.status !== 400) throw error;
    return withAskedTexts(ask, await askColumns(ask, ''), LOCALES);
  }
}

function faultOf(error: unknown): PackFault {
  if (error instanceof PackRefused) return { kind: 'refused', status: error.status };
  const kind = error instanceof RangeError || error instanceof SyntaxError ? 'unreadable' : 'unreachable';
  return { kind, reason: reasonOf(error) };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name === 'TimeoutError' ? `${WAIT_MS / 1000} s` : error.message;
}
