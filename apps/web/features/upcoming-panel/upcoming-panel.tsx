'use client';
import type { Day, Deadline, PackReader } from '@policy-timeline/domain';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { columnDate, spellMonthDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { calendarAddress } from '@/timeline/export-address';
import type { Place } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { type UpcomingRow, upcomingRows } from '@/timeline/scrub-view';
import { slotFilter } from '@/timeline/slot-filter';
import { Icon } from '@/ui/icon';
import { writeText } from '@/ui/write-text';

type Outcome = NonNullable<Deadline['outcome']>;

/** Rows rewritten under the hand. */
const HOT_ROWS = 5;

/** Dated expectations as they stood: the day as precise as its source, how firm, and in hindsight what became of it. */
export function UpcomingPanel() {
  const { locale, t } = useLanguage();
  const { view, goTo, filter, reader } = useScrub();
  const { upcoming, place } = view;
  const came = useMemo(() => outcomesOf(reader, place), [reader, place]);
  const list = useRef<HTMLOListElement>(null);
  useHotTitles(list, locale);
  const outcomes = place.knowledge.mode === 'now';
  const decided = upcoming.filter(
    ({ deadline }) => deadline.outcome !== null && deadline.outcome !== 'UNKNOWN',
  );
  const kept = decided.filter(({ deadline }) => deadline.outcome === 'KEPT').length;
  const later = upcoming.findIndex(
    ({ deadline }) => deadline.earliest !== null && deadline.earliest > place.date,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it
    <section className="pane-upcoming" aria-labelledby="upcoming-title" id="upcoming" tabIndex={0}>
      <div className="ph">
        <h2 id="upcoming-title">{titleOf(place, locale, t)}</h2>
        <a
          className="end q s12 nw"
          href={calendarAddress({ place, filter, locale })}
          title={t('take.calendarHint')}
          data-testid="upcoming-ics"
        >
          <Icon name="cal" />
          {t(place.knowledge.mode === 'fixed' ? 'upcoming.subscribeThen' : 'upcoming.subscribe')}
        </a>
      </div>
      {outcomes && decided.length > 0 ? (
        <p className="why-what q" data-testid="upcoming-summary">
          {t('upcoming.summary', { count: decided.length, kept })}
        </p>
      ) : null}
      {upcoming.length === 0 ? <p className="empty q">{t('upcoming.empty')}</p> : null}
      <ol className="up-list" ref={list}>
        {upcoming.map((row, i) => (
          <li
            key={row.deadline.id}
            data-testid="upcoming-row"
            data-event={row.deadline.event}
            data-kind={row.deadline.kind}
            data-date={row.deadline.date ?? ''}
            data-today={
              i === later && i > 0 ? `${t('rail.date')} ${spellMonthDay(place.date, locale)}` : undefined
            }
          >
            <span className="dd num">
              {row.deadline.date === null ? t('upcoming.noDate') : columnDate(row.deadline.date, locale)}
            </span>
            <span className="what">
              {row.day === null ? (
                <span className="tt">{inLocale(row.title, locale)}</span>
              ) : (
                <button type="button" className="tt linkish" onClick={() => goTo(row.day as Day)}>
                  {inLocale(row.title, locale)}
                </button>
              )}
              <small>{detail(row, locale, t)}</small>
            </span>
            <span className="lf">
              {outcomes && row.deadline.outcome !== null
                ? t(`upcoming.outcome.${row.deadline.outcome}`)
                : daysLeft(row, place.date, t)}
              <Came outcome={came?.get(row.deadline.id) ?? null} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function titleOf({ date, knowledge }: Place, locale: Locale, t: Translate): string {
  if (knowledge.mode === 'fixed' && knowledge.day < date)
    return t('upcoming.titlePlan', { day: spellMonthDay(knowledge.day, locale) });
  return t(knowledge.mode === 'now' ? 'upcoming.titleOutcome' : 'upcoming.title');
}

/** What is known now of what was expected then: beside the plans of a fixed known day, and nowhere else. */
function outcomesOf(reader: PackReader | null, place: Place): ReadonlyMap<string, Outcome | null> | null {
  if (!reader || place.knowledge.mode !== 'fixed') return null;
  const since = Math.min(place.knowledge.day, place.date) as Day;
  const hindsight = reader.upcoming({
    date: since,
    knownAt: null,
    withinDays: place.date - since + 3 * 365,
  });
  return new Map(hindsight.map(({ id, outcome }) => [id, outcome]));
}

function Came({ outcome }: { readonly outcome: Outcome | null }) {
  const { t } = useLanguage();
  if (outcome === null || outcome === 'UNKNOWN') return null;
  return (
    <span className="came" data-testid="came">
      <span className="vh">{t('scrub.actual')}: </span>
      {t(`upcoming.outcome.${outcome}`)}
    </span>
  );
}

/** The next five titles follow the hand; the whole list follows when it rests. */
function useHotTitles(list: RefObject<HTMLOListElement | null>, locale: Locale): void {
  const { store, reader, filter } = useScrub();
  useEffect(() => {
    if (!reader) return;
    const passes = slotFilter(reader.pack, filter);
    return store.onHot((place) => {
      const items = list.current?.children;
      if (!items || items.length === 0) return;
      const rows = upcomingRows(reader, place, (event) => passes.event(event), HOT_ROWS);
      for (let i = 0; i < Math.min(HOT_ROWS, items.length); i++) {
        const row = rows[i];
        writeText(items[i]?.querySelector('.tt'), row ? inLocale(row.title, locale) : '');
        writeText(
          items[i]?.querySelector('.dd'),
          row?.deadline.date ? columnDate(row.deadline.date, locale) : '',
        );
      }
    });
  }, [store, reader, filter, locale, list]);
}

function detail({ deadline }: UpcomingRow, locale: Locale, t: Translate): string {
  const parts = [t(`upcoming.kind.${deadline.kind}`)];
  if (deadline.firmness !== 'NO_DATE') parts.push(t(`upcoming.firmness.${deadline.firmness}`));
  if (deadline.outcome !== null && deadline.daysLeft !== null && deadline.daysLeft > 0)
    parts.push(t('upcoming.left', { days: deadline.daysLeft }));
  return parts.join(locale === 'ja' ? '・' : ' · ');
}

function daysLeft({ deadline }: UpcomingRow, date: Day, t: Translate): string {
  if (deadline.daysLeft === null || (deadline.latest !== null && deadline.latest < date)) return '';
  if (deadline.daysLeft > 0) return t('upcoming.left', { days: deadline.daysLeft });
  return deadline.earliest === date && deadline.latest === date ? t('upcoming.today') : t('upcoming.within');
}
