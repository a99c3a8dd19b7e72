'use client';
import { type Day, formatDay } from '@policy-timeline/domain';
import { answerOf } from '@/language/answer';
import { spellMonthDay } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import type { LocalReason, NotApplied } from '@/timeline/local-reason';
import { useScrub } from '@/timeline/scrub-context';
import { StatusMark } from '@/ui/status-mark';

/** The plan that did not happen, what was not yet known, and what comes next. */
export function LaterLines({ reason, border }: { readonly reason: LocalReason; readonly border: Day }) {
  const { locale, t } = useLanguage();
  const { ghost, laterKnown, next } = reason;
  return (
    <>
      {ghost || next ? (
        <ol className="why">
          {ghost ? (
            <li className="later" data-testid="ghost">
              <i />
              <span className="vb">{t('why.planned')}</span>
              <div>
                <span className="ghost-value">{answerOf(ghost.reading, locale, t)}</span>{' '}
                {t('why.plannedFrom', { day: formatDay(ghost.day) })}
                {ghost.movedTo === null ? '' : ` ${t('why.movedTo', { day: formatDay(ghost.movedTo) })}`}
                <small>{inLocale(ghost.event.title, locale)}</small>
              </div>
            </li>
          ) : null}
          {next ? (
            <li className="later">
              <i />
              <span className="vb">{t('why.verb.LATER')}</span>
              <div>
                {inLocale(next.event.title, locale)} <b>{answerOf(next.reading, locale, t)}</b>
                <small>{t('why.from', { from: formatDay(next.day) })}</small>
              </div>
            </li>
          ) : null}
        </ol>
      ) : null}
      {laterKnown.length > 0 ? (
        <>
          <p className="cutline">◆ {t('why.laterKnown', { day: spellMonthDay(border, locale) })}</p>
          <ol className="why" data-testid="later-known">
            {laterKnown.map(({ event, reading, day }) => (
              <li key={`${event.id} ${day}`} className="later">
                <i />
                <span className="vb">{t(`status.${reading.status}`)}</span>
                <div>
                  {inLocale(event.title, locale)} <b>{fullValue(reading.value, locale, t)}</b>
                  <small>{t('why.knownOn', { day: formatDay(day) })}</small>
                </div>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}

/** Why not: measures for the same party that are paused, over, exempt or still to come. */
export function NotAppliedLines({ rows }: { readonly rows: readonly NotApplied[] }) {
  const { locale, t } = useLanguage();
  const { view, select } = useScrub();
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="sub">{t('why.notApplied')}</h3>
      <ul className="not-applied" data-testid="not-applied">
        {rows.map(({ slot, reading, event }) => {
          const { who, what } = nameSlot(view.names[slot], locale, t);
          return (
            <li key={slot}>
              <StatusMark status={reading.status} word="" />
              <div>
                <button type="button" className="linkish plain" onClick={() => select(slot)}>
                  {[what, who].filter((part) => part !== '').join(locale === 'ja' ? '・' : ' · ')}
                </button>{' '}
                <span className="q">{t(`status.${reading.status}`)}</span>
                {event ? <small className="q">{inLocale(event.title, locale)}</small> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
