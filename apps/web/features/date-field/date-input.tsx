'use client';
import type { Day } from '@policy-timeline/domain';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { stepToChange } from '@/timeline/step-to-change';
import { DayInput } from '@/ui/day-input';

/** The date, to be typed: as a day in any form, or as a word. */
export function DateInput({
  typedAhead,
  onClose,
}: {
  readonly typedAhead: () => string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { store, view, reader, slots, goTo } = useScrub();
  return (
    <DayInput
      label={t('date.label')}
      testId="date-input"
      typed={typedAhead()}
      current={store.hot.date}
      range={view.frame.range}
      wordToDay={(text) =>
        dayOfWord(
          text,
          view.frame,
          (direction) => reader && stepToChange(reader, slots, store.hot, direction),
        )
      }
      onDay={goTo}
      onClose={onClose}
    />
  );
}

const NEXT = /^(next change|next|次の変化|次)$/i;
const PREVIOUS = /^(previous change|prev(ious)?|前の変化|前)$/i;

/** `next change`, `previous change`, `earliest` and `latest`, in both languages. */
function dayOfWord(
  text: string,
  { range, newestKnown }: { readonly range: { readonly from: Day }; readonly newestKnown: Day },
  step: (direction: 1 | -1) => Day | null,
): Day | null {
  const word = text.trim();
  if (NEXT.test(word)) return step(1);
  if (PREVIOUS.test(word)) return step(-1);
  if (/^(earliest|最初)$/i.test(word)) return range.from;
  return /^(latest|最新)$/i.test(word) ? newestKnown : null;
}
