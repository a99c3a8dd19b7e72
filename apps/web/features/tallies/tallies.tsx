'use client';
import type { Status } from '@policy-timeline/domain';
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '@/language/language-provider';
import { tallyStatuses } from '@/timeline/reading-list';
import { useScrub } from '@/timeline/scrub-context';
import { StatusMark } from '@/ui/status-mark';

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
  const scratch = useMemo(() => new Int32Array(reader?.pack.slots.length ?? 0), [reader]);
  useEffect(
    () =>
      store.onHot((place) => {
        if (!reader || !box.current) return;
        const tallies = tallyStatuses(reader, slots, place, scratch);
        for (const { status, testId } of SHOWN) {
          const figure = box.current.querySelector(`[data-testid="${testId}"]`);
          const text = String(tallies[status]);
          if (figure && figure.textContent !== text) figure.textContent = text;
        }
      }),
    [store, reader, slots, scratch],
  );
  return (
    <div className="tally" ref={box}>
      {SHOWN.map(({ status, testId }) => (
        <div key={status}>
          <StatusMark status={status} word="" />
          <b className="num" data-testid={testId}>
            {String(view.tallies[status])}
          </b>
          <span />
          <span className="q s12 nw">{t(`status.${status}`)}</span>
        </div>
      ))}
    </div>
  );
}
