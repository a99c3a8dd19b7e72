import { parseDay } from '@policy-timeline/domain';
import { inReading } from '@/language/both-readings';
import { columnDate, spellDay, spellMonthDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { eventHref, href, subjectHref, timelineHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { ReadingTable } from '@/ui/reading-table';
import { StatusMark } from '@/ui/status-mark';
import { TableTools } from '@/ui/table-tools';
import { Unbroken } from '@/ui/unbroken';
import { WordMark } from '@/ui/word-mark';
import { ExpectationTable } from './expectation-table';
import { ExpectationTrack, knownShare, TrackScale, trackSpan } from './expectation-track';
import { fateOf, MARKS } from './fate';
import type { Expectation, PaperData } from './paper-query';

interface Props {
  readonly paper: PaperData;
  /** The part of the address that names it. */
  readonly slug: string;
  readonly hindsight: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}

const OF_THE_DAY = 8;

/** A paper read with the world as its author knew it; with hindsight, beside each expectation, what became of it. */
export function PaperLens({ paper, slug, hindsight, locale, t }: Props) {
  const { source, expected } = paper;
  const day = parseDay(paper.date);
  const span = trackSpan(paper.date, expected);
  const counts = paper.expectedCounts;
  const tallies = [
    ['KEPT', counts.kept],
    ['MOVED', counts.extended + counts.broughtForward + counts.superseded],
    ['LAPSED', counts.lapsed],
    ['UNKNOWN', counts.unknown],
    ['OPEN', counts.open],
  ] as const;
  const world = paper.held.filter(
    ({ status, subject, slot }) =>
      status === 'IN_FORCE' && subject.family !== 'INDICATOR' && !slot.includes('#'),
  );
  const holding = paper.held.filter(({ subject }) => subject.family !== 'INDICATOR');
  const differing = paper.accounts.filter(({ differs }) => differs);
  return (
    <>
      <p className="crumb">
        <a href={href(locale, '/papers')}>{t('nav.papers')}</a>
        <span className="sep">›</span>
        {slug}
        <span className="sep">·</span>
        {inReading(source.author ?? source.publisher, locale)}
        <span className="sep">·</span>
        <span className="kchip">
          <Icon name="known" />
          {t(hindsight ? 'pages.paper.withHindsight' : 'pages.paper.readOn', {
            day: spellDay(day, locale),
          })}
        </span>
      </p>
      <h1 className="title">
        <Unbroken>{t('pages.paper.title', { day: spellDay(day, locale), count: expected.length })}</Unbroken>
      </h1>
      <p className="lede">{t('pages.paper.lede', { title: inLocale(source.title, locale) })}</p>
      <div className="bar-line">
        <nav className="seg" aria-label={t('pages.paper.mode')}>
          <a
            href={href(locale, `/paper/${slug}`)}
            aria-current={hindsight ? undefined : 'true'}
            data-testid="as-known"
          >
            <Icon name="known" />
            {t('pages.paper.asKnown')}
          </a>
          <a
            href={href(locale, `/paper/${slug}`, { hindsight: '1' })}
            aria-current={hindsight ? 'true' : undefined}
            data-testid="hindsight"
          >
            {t('pages.paper.hindsight')}
          </a>
        </nav>
      </div>
      {hindsight ? (
        <div className="sum" data-testid="fates">
          {tallies.map(([fate, count]) => (
            <div key={fate}>
              <b className="num">{count}</b>
              <WordMark symbol={MARKS[fate][0]} tone={MARKS[fate][1]}>
                {t(`pages.paper.fate.${fate}`)}
              </WordMark>
            </div>
          ))}
        </div>
      ) : null}
      <div className="two" style={{ '--cols': 'minmax(0, 1fr) 248px' } as React.CSSProperties}>
        <div>
          <section aria-label={t('pages.paper.rows')} className="outcomes">
            <div className="orow head" aria-hidden="true">
              <div>{t('pages.paper.expected')}</div>
              <TrackScale span={span} label={spellMonthDay(day, locale)} />
              <div>{t(hindsight ? 'pages.paper.after' : 'pages.paper.then')}</div>
            </div>
            {expected.map((row) => (
              <Row
                key={row.id}
                row={row}
                slug={slug}
                span={span}
                hindsight={hindsight}
                locale={locale}
                t={t}
              />
            ))}
            <div className="legend note">
              <WordMark symbol="st-sched" tone="sched">
                {t('pages.paper.legend.expected')}
              </WordMark>
              <WordMark symbol="st-force" tone="force">
                {t('pages.paper.legend.came')}
              </WordMark>
              <WordMark symbol="st-never" tone="never">
                {t('pages.paper.legend.lapsed')}
              </WordMark>
            </div>
            <ExpectationTable expected={expected} hindsight={hindsight} locale={locale} t={t} />
          </section>
          <section className="blk">
            <details className="fold">
              <summary>
                <h2 className="sec">{t('pages.paper.held', { count: holding.length })}</h2>
              </summary>
              <ReadingTable label={t('pages.paper.world')} readings={holding} locale={locale} t={t} />
            </details>
          </section>
          <section className="blk">
            <details className="fold">
              <summary>
                <h2 className="sec">{t('pages.paper.said', { count: paper.said.length })}</h2>
              </summary>
              <ul className="list-links">
                {paper.said.map((event) => (
                  <li key={event.id}>
                    <span className="num q">
                      {event.effective.from.date
                        ? columnDate(event.effective.from.date, locale)
                        : t('upcoming.noDate')}
                    </span>
                    <a className="quiet" href={eventHref(locale, event.id)}>
                      {inLocale(event.title, locale)}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </section>
        </div>
        <aside className="side">
          <h2 className="sec">{t('pages.paper.world')}</h2>
          <ul className="list-plain">
            {world.slice(0, OF_THE_DAY).map((reading) => (
              <li key={reading.slot}>
                <span className="word" style={{ whiteSpace: 'normal' }}>
                  <StatusMark
                    status={reading.status}
                    projected={reading.projected}
                    word={t(`status.${reading.status}`)}
                  />
                  <a className="quiet" href={subjectHref(locale, reading.subject.id)}>
                    {inLocale(reading.subject.title, locale)}
                  </a>
                </span>
              </li>
            ))}
            {world.length > OF_THE_DAY ? (
              <li className="q">{t('changes.more', { count: world.length - OF_THE_DAY })}</li>
            ) : null}
          </ul>
          {differing.length > 0 ? (
            <div className="card aside-card">
              <h3>{t('pages.paper.differs')}</h3>
              {differing.map(({ said, record }) => (
                <p key={said.id} className="note">
                  <a href={eventHref(locale, said.id)}>{inLocale(said.title, locale)}</a>
                  {' ⇄ '}
                  <a href={eventHref(locale, record.id)}>{inLocale(record.title, locale)}</a>
                </p>
              ))}
              <p className="note">{t('pages.paper.differsNote')}</p>
            </div>
          ) : null}
          <p className="actions">
            <a className="btn" href={timelineHref(locale, { date: paper.date, knownAt: paper.date })}>
              {t('pages.paper.onTimeline')}
              <Icon name="next" />
            </a>
          </p>
        </aside>
      </div>
      <Foot note={t('pages.paper.foot', { title: inLocale(source.title, locale), count: paper.eventCount })}>
        <TableTools
          table="expectations"
          file={`paper-${slug}`}
          citation={`${inReading(source.author ?? source.publisher, locale)}, ${inLocale(source.title, locale)} (${source.date}); policy-timeline`}
        />
      </Foot>
    </>
  );
}

function Row({
  row,
  slug,
  span,
  hindsight,
  locale,
  t,
}: {
  readonly row: Expectation;
  readonly slug: string;
  readonly span: ReturnType<typeof trackSpan>;
  readonly hindsight: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const where = row.event.sources.find(({ id }) => id === `paper-${slug}`)?.where;
  const fate = fateOf(row);
  return (
    <div
      className={row.date === null ? 'orow still' : 'orow'}
      data-testid="expectation"
      data-event={row.event.id}
      data-fate={hindsight ? fate : 'PLANNED'}
    >
      <div className="tt">
        <a href={eventHref(locale, row.event.id)}>{inLocale(row.event.title, locale)}</a>
        <small>
          {t(`pages.modality.${row.modality}`)}
          {row.date ? `・${columnDate(row.date, locale)}` : ''}
          {where ? <span className="vh"> {where}</span> : null}
        </small>
      </div>
      <div className="trkc" style={{ '--k': knownShare(span) } as React.CSSProperties}>
        <ExpectationTrack row={row} span={span} hindsight={hindsight} />
      </div>
      <div className="oc">
        {hindsight ? (
          <>
            <WordMark symbol={MARKS[fate][0]} tone={MARKS[fate][1]}>
              <b>{t(`pages.paper.fate.${fate}`)}</b>
            </WordMark>
            {row.outcomeBy ? (
              <small>
                <a href={eventHref(locale, row.outcomeBy.id)}>{inLocale(row.outcomeBy.title, locale)}</a>
              </small>
            ) : null}
          </>
        ) : (
          <WordMark
            symbol={row.modality === 'THREATENED' ? 'st-threat' : row.date === null ? 'st-open' : 'st-sched'}
            tone={row.modality === 'THREATENED' ? 'threat' : row.date === null ? 'open' : 'sched'}
          >
            {row.modality === 'THREATENED'
              ? t('status.THREATENED')
              : t(row.date === null ? 'status.DATE_OPEN' : 'status.SCHEDULED')}
          </WordMark>
        )}
      </div>
    </div>
  );
}
