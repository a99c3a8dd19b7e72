'use client';
import type { PackReader } from '@policy-timeline/domain';
import { useEffect } from 'react';
import { graphql } from '@/lib/graphql';
import { graphqlClient, onReconnected } from '@/lib/graphql-client';
import { fetchPack } from '@/timeline/browser-pack';

const appended = graphql(`
  subscription RecordGrew {
    eventAppended { id }
  }
`);
/** Several events of one append are fetched once. */
const GATHER_MS = 150;

/** Hears of appends, fetches the record of the new position and hands it over; after a break it asks in any case. */
export function RecordUpdates({
  position,
  onReader,
}: {
  readonly position: number;
  readonly onReader: (reader: PackReader) => void;
}) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const abort = new AbortController();
    const fetchNewer = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        fetchPack(null, abort.signal).then(
          (reader) => {
            if (reader.pack.position !== position) onReader(reader);
          },
          () => undefined,
        );
      }, GATHER_MS);
    };
    const subscription = graphqlClient()
      .subscription(appended, {})
      .subscribe((result) => {
        if (result.data) fetchNewer();
      });
    const forget = onReconnected(fetchNewer);
    return () => {
      subscription.unsubscribe();
      forget();
      abort.abort();
      if (timer !== null) clearTimeout(timer);
    };
  }, [position, onReader]);
  return null;
}
