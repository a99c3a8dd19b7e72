'use client';
import type { Status } from '@policy-timeline/domain';
import { useEffect, useRef } from 'react';
import { useLanguage } from '@/language/language-provider';
import { tallyStatuses } from '@/timeline/frame-state';
import { borderOf } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { StatusMark } from '@/ui/status-mark';
import { writeText } from '@/ui/write-text';

const SHOWN: readonly { readonly status: Status; readonly testId: string }[] = [
  { status: 'IN_FORCE', testId: 'tally-in-force' },
  { status: 'SCHEDULED', testId: 'tally-scheduled' },
  { status: 'SUSPENDED', testId: 'tally-suspended' },
  { status: 'UNKNOWN', testId: 'tally-unknown' },
];

/** Counts over the filter; they follow the hand. */
export function Tallies() {
  const { t } = useLanguage();
  const { store, reader, slots, view } = useScrub();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const figures = SHOWN.map(({ testId }) => box.current?.querySelector(`[data-testid="${testId}"]`));
    return store.onHot((place) => {
      if (!reader) return;
      const tallies = tallyStatuses(reader, slots, place.date, borderOf(place, reader.newestKnown));
      SHOWN.forEach(({ status }, i) => {
        writeText(figures[i], String(tallies[status]));
      });
    });
  }, [store, reader, slots]);
  return (
    <div className="tally" ref={box}>
      {SHOWN.map(({ status, testId }) => (
        <div key={status}>
          <StatusMark status={status} word="" />
          <b className="num" data-testid={testId}>
            {String(view.tallies[status])}
          </b>
          <span />
          <span className="q s12 nw">{t(status === 'UNKNOWN' ? 'scrub.noRecord' : `status.${status}`)}</span>
        </div>
      ))}
    </div>
  );
}
