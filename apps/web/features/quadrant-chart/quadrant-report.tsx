'use client';
import { addDays, type Day, formatDay, parseDay } from '@policy-timeline/domain';
import type { VariablesOf } from 'gql.tada';
import { useEffect, useMemo, useRef, useState } from 'react';
import { spellDay, spellPartial } from '@/language/format-day';
import { figure, inLocale } from '@/language/format-value';
import { href } from '@/language/href';
import { useLanguage } from '@/language/language-provider';
import { type Refusal, refusalOfError, sayRefusal } from '@/language/refusal';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { TableTools } from '@/ui/table-tools';
import { Unbroken } from '@/ui/unbroken';
import { NARROW, WIDE } from './chart-scale';
import { InlineMark } from './quadrant-marks';
import { QuadrantPlot } from './quadrant-plot';
import { type QuadrantData, quadrantQuery } from './quadrant-query';
import { QuadrantTable } from './quadrant-table';

interface Props {
  readonly first: QuadrantData;
  readonly date: string;
  readonly known: string;
  readonly threshold: number;
  /** The newest day that may be asked as known. */
  readonly newest: string;
  readonly names: Readonly<Record<string, string>>;
}

const WAIT_MS = 120;
const FIRST_DATE = '2023-01-01';
const FIRST_KNOWN = '2025-01-01';

/** Who only reads the page needs no client: it is loaded with the first question, and may be out of reach then. */
async function askQuadrant(variables: VariablesOf<typeof quadrantQuery>) {
  try {
    const { graphqlClient } = await import('@/lib/graphql-client');
    const { data, error } = await graphqlClient().query(quadrantQuery, variables).toPromise();
    return { data, refusal: error ? refusalOfError(error) : null };
  } catch (error) {
    return { data: undefined, refusal: refusalOfError({ message: String(error), graphQLErrors: [] }) };
  }
}

/** The chart on both clocks: drag the date, the known day or the mark of spending, and the partners move. */
export function QuadrantReport({ first, newest, names, ...start }: Props) {
  const { locale, t } = useLanguage();
  const [date, setDate] = useState(start.date);
  const [known, setKnown] = useState(start.known);
  const [threshold, setThreshold] = useState(start.threshold);
  const [data, setData] = useState(first);
  const [failure, setFailure] = useState<Refusal | null>(null);
  const held = useRef(first.rows);
  const asked = `${date} ${known} ${threshold}`;
  const answered = useRef(asked);
  useEffect(() => {
    if (answered.current === asked) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const { data: answer, refusal } = await askQuadrant({ date, knownAt: known, threshold });
      if (gone) return;
      answered.current = asked;
      if (answer) setData(answer.quadrant);
      setFailure(refusal);
      window.history.replaceState(
        null,
        '',
        href(locale, '/quadrant', { d: date, k: known, mark: threshold }),
      );
    }, WAIT_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked, date, known, threshold, locale]);
  // Marks that leave keep their place while they fade.
  if (data.rows.length > 0) held.current = data.rows;
  const rows = data.rows.length > 0 ? data.rows : held.current;
  const shown = useMemo(() => new Set(data.rows.map(({ code }) => code)), [data]);
  const paperNamed = useMemo(
    () => new Set(rows.filter(({ placedByPaper }) => placedByPaper !== null).map(({ code }) => code)),
    [rows],
  );
  const nameOf = (partner: string): string => names[partner] ?? partner;
  const counts = [1, 2, 3, 4].map((quadrant) => data.rows.filter((row) => row.quadrant === quadrant).length);
  const japan = data.rows.find(({ code }) => code === 'JPN');
  const title =
    data.figures === 'KNOWN'
      ? t('pages.quadrant.title', { quadrant: japan?.quadrant ?? '—', count: counts[2] ?? 0 })
      : t(data.figures === 'NOT_YET_KNOWN' ? 'pages.quadrant.notYet' : 'pages.quadrant.noPeriod', {
          day: data.knownFrom ? spellPartial(data.knownFrom, locale) : '',
        });
  return (
    <>
      <p className="crumb">
        <a href={href(locale, '/paper/004')}>{t('pages.quadrant.paper')}</a>
        <span className="sep">›</span>
        {t('nav.quadrant')}
        <span className="sep">·</span>
        <span className="kchip">
          <Icon name="known" />
          {data.knownFrom ? t('why.knownOn', { day: spellPartial(data.knownFrom, locale) }) : '—'}
        </span>
      </p>
      <h1 className="title" aria-live="polite" data-testid="quadrant-title">
        <Unbroken>{title}</Unbroken>
      </h1>
      <p className="lede">{t('pages.quadrant.lede')}</p>
      <form
        className="card sliders"
        onSubmit={(event) => event.preventDefault()}
        aria-label={t('pages.quadrant.controls')}
      >
        <DaySlider
          label={t('rail.date')}
          value={date}
          from={FIRST_DATE}
          until={newest}
          onDay={setDate}
          testId="quadrant-date"
        />
        <DaySlider
          label={t('rail.known')}
          value={known}
          from={FIRST_KNOWN}
          until={newest}
          onDay={setKnown}
          known
          testId="quadrant-known"
        />
        <label>
          {t('pages.quadrant.mark')}
          <output>{t('pages.quadrant.markValue', { percent: figure(threshold) })}</output>
          <input
            type="range"
            min="0.5"
            max="5"
            step="0.1"
            value={threshold}
            aria-valuetext={t('pages.quadrant.markValue', { percent: figure(threshold) })}
            data-testid="quadrant-mark"
            onChange={(event) => setThreshold(event.target.valueAsNumber)}
          />
        </label>
      </form>
      {failure ? (
        <p className="fault" role="alert">
          {sayRefusal(t, failure) ?? failure.message}
        </p>
      ) : null}
      <div className="two quad">
        <figure className="chart">
          <div className="drawings">
            {[WIDE, NARROW].map((size) => (
              <QuadrantPlot
                key={size.width}
                size={size}
                rows={rows}
                named={paperNamed}
                nameOf={nameOf}
                threshold={threshold}
                shown={shown}
                locale={locale}
                t={t}
              />
            ))}
          </div>
          <figcaption>
            <div className="legend note">
              {[1, 2, 3, 4].map((quadrant) => (
                <span key={quadrant} className="nw">
                  <InlineMark quadrant={quadrant} /> {t('pages.quadrant.name', { quadrant })}{' '}
                  {counts[quadrant - 1]}
                </span>
              ))}
              <span>{t('pages.quadrant.filled')}</span>
            </div>
            <p className="note">
              {inLocale(data.rule, locale)} {t('pages.quadrant.note')}
            </p>
          </figcaption>
        </figure>
        <section>
          <div className="sec-row">
            <h2 className="sec">{t('pages.quadrant.table')}</h2>
            <span className="q s12">
              {t('pages.quadrant.rows', {
                rows: data.rows.length,
                placed: data.rows.filter(({ quadrant }) => quadrant !== null).length,
              })}
            </span>
          </div>
          {data.rows.length === 0 ? (
            <p className="empty-state">{title}</p>
          ) : (
            <QuadrantTable rows={data.rows} named={paperNamed} nameOf={nameOf} locale={locale} t={t} />
          )}
        </section>
      </div>
      <Foot note={t('pages.quadrant.foot')}>
        <TableTools
          table="quadrant"
          file="quadrant"
          drawing="quadrant-drawing"
          citation={`policy-timeline: ${title} (${t('rail.date')} ${date}, ${t('rail.known')} ${known}).`}
        />
      </Foot>
    </>
  );
}

function DaySlider({
  label,
  value,
  from,
  until,
  onDay,
  known = false,
  testId,
}: {
  readonly label: string;
  readonly value: string;
  readonly from: string;
  readonly until: string;
  readonly onDay: (day: string) => void;
  readonly known?: boolean;
  readonly testId: string;
}) {
  const { locale } = useLanguage();
  const start = parseDay(from);
  const day = parseDay(value);
  const spelled = spellDay(day, locale);
  return (
    <label className={known ? 'kn' : ''}>
      {label}
      <output>{spelled}</output>
      <input
        type="range"
        min={0}
        max={Math.max(parseDay(until), day) - start}
        value={day - start}
        aria-valuetext={spelled}
        data-testid={testId}
        onChange={(event) => onDay(formatDay(addDays(start, event.target.valueAsNumber) as Day))}
        onKeyDown={(event) => {
          // A month at a time; the arrows move by a day.
          const step = event.key === 'PageUp' ? 30 : event.key === 'PageDown' ? -30 : 0;
          if (step === 0) return;
          event.preventDefault();
          const next = Math.min(Math.max(day + step, start), parseDay(until));
          onDay(formatDay(next as Day));
        }}
      />
    </label>
  );
}
