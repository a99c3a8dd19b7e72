'use client';
import { formatDay } from '@policy-timeline/domain';
import { answerOf } from '@/language/answer';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import type { KindRow } from '@/timeline/four-kinds';
import { useScrub } from '@/timeline/scrub-context';
import type { SlotNames } from '@/timeline/scrub-view';
import { StatusMark } from '@/ui/status-mark';

/** Before → after, the deciding event; a press goes to the day and selects the row. */
export function ChangeRow({ row, name }: { readonly row: KindRow; readonly name: SlotNames | undefined }) {
  const { locale, t } = useLanguage();
  const { select, goTo, pin } = useScrub();
  const { who, what } = nameSlot(name, locale, t);
  const { event } = row;
  const arrow = event?.direction === 'TIGHTENING' ? '▲' : event?.direction === 'EASING' ? '▼' : '';
  const retro = row.after.retroactiveDays ?? 0;
  // Where another act says the same as the one before, the act is what changed.
  const alike =
    row.before.status === row.after.status &&
    answerOf(row.before, locale, t) === answerOf(row.after, locale, t);
  return (
    <li>
      <button
        type="button"
        className="change"
        data-testid="change-row"
        data-slot={row.slot}
        data-kind={row.kind}
        data-change={row.change}
        onClick={() => {
          select(row.slot);
          if (row.day !== null && pin === null) goTo(row.day);
        }}
      >
        <span className="dd num">
          {row.day !== null
            ? formatDay(row.day)
            : event && row.kind !== 'WORLD'
              ? formatDay(event.known as Parameters<typeof formatDay>[0])
              : t('changes.undated')}
        </span>
        <span className="body">
          <span className="line">
            <b>{who}</b>
            <small>{what}</small>
          </span>
          <span className="line q2">
            {alike ? null : (
              <>
                <StatusMark status={row.before.status} word={t(`status.${row.before.status}`)} />
                <span className="from">{answerOf(row.before, locale, t)}</span>
                <span aria-hidden="true">→</span>
              </>
            )}
            <StatusMark
              status={row.after.status}
              projected={row.after.projected}
              word={t(`status.${row.after.status}`)}
            />
            <span className="to">{answerOf(row.after, locale, t)}</span>
            {retro > 0 ? <span className="kn nw">⟲ {t('list.retro', { days: retro })}</span> : null}
          </span>
          {event ? <small className="line">{inLocale(event.title, locale)}</small> : null}
        </span>
        <span className={arrow === '▲' ? 'kind up' : arrow === '▼' ? 'kind dn' : 'kind'}>
          {arrow} {t(`changes.kind.${row.change}`)}
        </span>
      </button>
    </li>
  );
}
