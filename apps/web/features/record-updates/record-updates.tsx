'use client';
import type { Pack, PackReader } from '@policy-timeline/domain';
import { useEffect, useRef } from 'react';
import { useScrub } from '@/timeline/scrub-context';

const APPENDED = 'subscription { eventAppended { position correctedAt } }';
/** Several events of one append are fetched once. */
const GATHER_MS = 150;
const RETRY_MS = 10_000;

/** Shared with the first reading of the record, which has loaded it by now. */
const bringNewer = async (...asked: Parameters<typeof import('@/timeline/browser-pack').fetchNewer>) =>
  (await import('@/timeline/browser-pack')).fetchNewer(...asked);

interface Appended {
  readonly data?: {
    readonly eventAppended: { readonly position: number; readonly correctedAt: number | null };
  };
}

/**
 * Hears of appends and fetches what came since the record that is held: a step from one position to another, which any cache
 * may keep for ever. When the connection opens, for the first time or after a break, it asks whether there is a newer one.
 */
export function RecordUpdates({
  held,
  onReader,
}: {
  readonly held: Pack;
  readonly onReader: (reader: PackReader) => void;
}) {
  const { store } = useScrub();
  const last = useRef(held);
  last.current = held;
  useEffect(() => {
    const abort = new AbortController();
    let gather: ReturnType<typeof setTimeout> | null = null;
    let retry: ReturnType<typeof setTimeout> | null = null;
    let stream: EventSource | null = null;
    let newest = last.current.position;
    const bringUp = (at: string | null): void => {
      if (gather !== null) clearTimeout(gather);
      gather = setTimeout(() => {
        // Nothing is asked while a hand holds the thumb.
        if (store.held) {
          bringUp(at);
          return;
        }
        // What is already here need not be asked for.
        if (at !== null && Number(at) <= last.current.position) return;
        bringNewer(last.current, at, abort.signal).then(
          (reader) => {
            if (reader) onReader(reader);
          },
          () => undefined,
        );
      }, GATHER_MS);
    };
    const listen = (): void => {
      stream = new EventSource(`/api/graphql/stream?query=${encodeURIComponent(APPENDED)}`);
      // What was appended before the stream was open has not been told.
      stream.addEventListener('open', () => bringUp(null));
      stream.addEventListener('next', (event) => {
        const told = (JSON.parse(event.data) as Appended).data?.eventAppended;
        if (!told) return;
        newest = Math.max(newest, told.position, told.correctedAt ?? 0);
        bringUp(String(newest));
      });
      stream.addEventListener('error', () => {
        // The browser tries again by itself unless it was refused.
        if (stream?.readyState === EventSource.CLOSED) retry = setTimeout(listen, RETRY_MS);
      });
    };
    listen();
    return () => {
      stream?.close();
      abort.abort();
      if (gather !== null) clearTimeout(gather);
      if (retry !== null) clearTimeout(retry);
    };
  }, [onReader, store]);
  return null;
}
