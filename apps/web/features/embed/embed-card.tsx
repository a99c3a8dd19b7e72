import { formatDay } from '@policy-timeline/domain';
import { answerOf } from '@/language/answer';
import { besideDay, spellDay } from '@/language/format-day';
import type { Locale } from '@/language/locale';
import { nameSlot } from '@/language/name-slot';
import type { Translate } from '@/language/translate';
import type { ScrubView } from '@/timeline/scrub-view';
import { Icon } from '@/ui/icon';
import { StatusMark } from '@/ui/status-mark';
import { PostHeight } from './post-height';

/** Rows that an embedded list shows; the rest is one click away. */
const ROWS = 10;
const TALLIES = [
  ['IN_FORCE', 'tally-in-force'],
  ['SCHEDULED', 'tally-scheduled'],
  ['SUSPENDED', 'tally-suspended'],
] as const;

/** What an embedded picture is of, in a sentence: its title, and the name of the frame around it. */
export function embedTitle(
  { place }: ScrubView,
  filter: readonly string[],
  locale: Locale,
  t: Translate,
): string {
  const day = spellDay(place.date, locale);
  const known =
    place.knowledge.mode === 'now'
      ? t('mode.nowChip')
      : place.knowledge.mode === 'lived'
        ? t('mode.livedChip')
        : t('mode.planAsOf', { day: formatDay(place.knowledge.day) });
  return t('pages.embed.title', { day, known, filter: filter.length > 0 ? `（${filter.join(', ')}）` : '' });
}

/** The scrubber's answer without its controls, for other people's pages: date, known day, counters and the first rows. */
export function EmbedCard({
  view,
  filter,
  address,
  locale,
  t,
}: {
  readonly view: ScrubView;
  readonly filter: readonly string[];
  /** The same view with everything, on our own page. */
  readonly address: string;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { place, tallies, list } = view;
  const rows = list.groups.flatMap((group) => group.rows);
  const title = embedTitle(view, filter, locale, t);
  return (
    <main className="embed" data-testid="embed">
      <h1 className="vh">{title}</h1>
      <p className="embed-head">
        <b className="d">{formatDay(place.date)}</b>
        <span className="q s12">{besideDay(place.date, locale)}</span>
        <span className="kchip">
          <Icon name="known" />
          {place.knowledge.mode === 'now'
            ? t('mode.nowChip')
            : place.knowledge.mode === 'lived'
              ? t('mode.livedChip')
              : t('mode.planAsOf', { day: formatDay(place.knowledge.day) })}
        </span>
      </p>
      <div className="tally">
        {TALLIES.map(([status, testId]) => (
          <div key={status}>
            <StatusMark status={status} word="" />
            <b className="num" data-testid={testId}>
              {tallies[status]}
            </b>
            <span />
            <span className="q s12 nw">{t(`status.${status}`)}</span>
          </div>
        ))}
      </div>
      {rows.length === 0 ? <p className="note">{t('list.empty')}</p> : null}
      <ul className="embed-rows">
        {rows.slice(0, ROWS).map(({ slot, reading }) => {
          const { who, what } = nameSlot(view.names[slot], locale, t);
          return (
            <li key={slot}>
              <StatusMark
                status={reading.status}
                projected={reading.projected}
                word={t(`status.${reading.status}`)}
              />
              <span className="t">
                <b>{who}</b> <span className="q">{what}</span>
              </span>
              <span className="v">{answerOf(reading, locale, t)}</span>
            </li>
          );
        })}
      </ul>
      <p className="embed-foot">
        <a href={address} target="_top">
          {rows.length > ROWS ? t('pages.embed.more', { count: list.shown - ROWS }) : t('pages.embed.open')}
        </a>
        <span className="q">policy-timeline</span>
      </p>
      <PostHeight />
    </main>
  );
}
