import { type Day, FAMILIES, families, formatDay } from '@policy-timeline/domain';
import { columnDate, spellDay } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { eventHref, href, subjectHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import { attributeName } from '@/language/name-slot';
import type { Translate } from '@/language/translate';
import { asValue } from '@/lib/value-text';
import { FIRST_ROWS } from '@/ui/first-rows';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { RowFold } from '@/ui/row-fold';
import { ScrollRegion } from '@/ui/scroll-region';
import { StatusMark } from '@/ui/status-mark';
import { TableTools } from '@/ui/table-tools';
import type { CompareData, CompareRow } from './compare-query';

/** One of the two views: a day, and what was known on another; null: all that is known. */
export interface ComparedView {
  readonly date: Day;
  readonly known: Day | null;
}
export const KINDS = ['WORLD', 'PLAN', 'LEARNED', 'CORRECTED'] as const;

interface Props {
  readonly a: ComparedView;
  readonly b: ComparedView;
  readonly family: string | null;
  readonly partner: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly data: CompareData;
  /** Rows of every page that was asked for. */
  readonly rows: readonly CompareRow[];
  readonly locale: Locale;
  readonly t: Translate;
}

const iso = (day: Day | null): string => (day === null ? '' : formatDay(day));

/** The same question at two places of the two clocks: counts side by side, then what differs, by why it differs. */
export function CompareReport({ a, b, family, partner, partners, data, rows, locale, t }: Props) {
  const { counts, totalCount } = data.diff;
  const countOf = {
    WORLD: counts.world,
    PLAN: counts.plan,
    LEARNED: counts.learned,
    CORRECTED: counts.corrected,
  };
  const title =
    a.date === b.date
      ? t('pages.compare.titleKnown', { count: totalCount, day: spellDay(a.date, locale) })
      : t('pages.compare.title', {
          count: totalCount,
          a: spellDay(a.date, locale),
          b: spellDay(b.date, locale),
        });
  const swapped = href(locale, '/compare', {
    a: iso(b.date),
    ka: iso(b.known),
    b: iso(a.date),
    kb: iso(a.known),
    family,
    partner,
  });
  return (
    <>
      <p className="crumb">{t('pages.compare.crumb')}</p>
      <h1 className="title" data-testid="compare-title">
        {totalCount === 0 ? t('pages.compare.same') : title}
      </h1>
      <form className="card ask cmp" action="/compare" method="get">
        <input type="hidden" name="lang" value={locale} />
        <ViewFields name="a" view={a} t={t} />
        <a className="btn" href={swapped} style={{ marginLeft: 0 }}>
          {t('pages.compare.swap')}
        </a>
        <ViewFields name="b" view={b} t={t} />
        <label className="say">
          <span className="vh">{t('pages.subject.family')}</span>
          <select className="in" name="family" defaultValue={family ?? ''}>
            <option value="">{t('pages.compare.allFamilies')}</option>
            {families.map((one) => (
              <option key={one.family} value={one.family}>
                {inLocale(one.title, locale)}
              </option>
            ))}
          </select>
        </label>
        <label className="say">
          <span className="vh">{t('pages.subject.partners')}</span>
          <select className="in" name="partner" defaultValue={partner}>
            <option value="">{t('pages.compare.allPartners')}</option>
            {partners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn primary">
          {t('pages.compare.show')}
        </button>
      </form>
      <div className="pair blk">
        <ViewCard label="A" view={a} counts={data.a.counts} locale={locale} t={t} />
        <ViewCard label="B" view={b} counts={data.b.counts} locale={locale} t={t} />
      </div>
      <div className="kinds blk">
        {KINDS.map((kind) => (
          <div key={kind} className={countOf[kind] > 0 ? 'on' : ''} data-testid={`count-${kind}`}>
            <a href={`#${kind}`}>
              <b className="num">{countOf[kind]}</b>
              {t(`append.kinds.${kind}`)}
            </a>
          </div>
        ))}
      </div>
      {totalCount === 0 ? <p className="empty-state">{t('pages.compare.sameHint')}</p> : null}
      {KINDS.map((kind) => {
        const ofKind = rows.filter((row) => row.kind === kind);
        return ofKind.length === 0 ? null : (
          <section key={kind} className="blk" id={kind}>
            <div className="sec-row">
              <h2 className="sec">{t(`append.kinds.${kind}`)}</h2>
              <span className="q s12">{t(`pages.compare.means.${kind}`)}</span>
            </div>
            <RowFold
              rows={ofKind.length}
              more={t('pages.compare.more', { count: ofKind.length - FIRST_ROWS })}
            >
              <CompareTable
                id={`compare-${kind}`}
                label={t(`append.kinds.${kind}`)}
                rows={ofKind}
                locale={locale}
                t={t}
              />
            </RowFold>
          </section>
        );
      })}
      {rows.length < totalCount ? (
        <p className="note blk">{t('changes.more', { count: totalCount - rows.length })}</p>
      ) : null}
      <Foot note={t('pages.foot.days')}>
        <TableTools
          table={`compare-${rows[0]?.kind ?? 'WORLD'}`}
          file={`compare-${iso(a.date)}-${iso(b.date)}`}
          citation={`policy-timeline: ${title}.`}
        />
      </Foot>
    </>
  );
}

function ViewFields({
  name,
  view,
  t,
}: {
  readonly name: 'a' | 'b';
  readonly view: ComparedView;
  readonly t: Translate;
}) {
  return (
    <>
      <label className="say">
        <b>{name.toUpperCase()}</b>
        <span className="vh">{t('rail.date')}</span>
        <input className="in num" name={name} defaultValue={iso(view.date)} autoComplete="off" />
      </label>
      <label className="say">
        <span className="kchip">
          <Icon name="known" />
          <span className="vh">{t('rail.known')}</span>
        </span>
        <input
          className="in num"
          name={`k${name}`}
          defaultValue={iso(view.known)}
          placeholder={t('mode.now')}
          autoComplete="off"
        />
      </label>
    </>
  );
}

function ViewCard({
  label,
  view,
  counts,
  locale,
  t,
}: {
  readonly label: string;
  readonly view: ComparedView;
  readonly counts: CompareData['a']['counts'];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <section className="card" aria-label={label}>
      <p className="sec-row">
        <b>
          {label}　{spellDay(view.date, locale)}
        </b>
        <span className="kchip">
          <Icon name="known" />
          {view.known === null
            ? t('mode.nowChip')
            : t('mode.planAsOf', { day: spellDay(view.known, locale) })}
        </span>
      </p>
      <div className="sum" style={{ marginTop: 'var(--space-3)' }}>
        {(
          [
            ['IN_FORCE', counts.inForce],
            ['SCHEDULED', counts.scheduled],
            ['SUSPENDED', counts.suspended],
          ] as const
        ).map(([status, count]) => (
          <div key={status}>
            <b className="num">{count}</b>
            <span className="word">
              <StatusMark status={status} word="" />
              {t(`status.${status}`)}
            </span>
          </div>
        ))}
      </div>
      <p className="note">
        <a href={href(locale, '/', { d: iso(view.date), k: iso(view.known) })}>
          {t('pages.event.onTimeline')}
        </a>
      </p>
    </section>
  );
}

function CompareTable({
  id,
  label,
  rows,
  locale,
  t,
}: {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly CompareRow[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <ScrollRegion label={label}>
      <table className="tbl by-rows" id={id}>
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: '26%' }}>
              {t('list.who')}
            </th>
            <th scope="col" style={{ width: '10%' }}>
              {t('pages.compare.step')}
            </th>
            <th scope="col" style={{ width: '20%' }}>
              A
            </th>
            <th scope="col" style={{ width: '20%' }}>
              B
            </th>
            <th scope="col">{t('pages.reading.decidedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const subject = (row.after ?? row.before)?.subject;
            const by = row.after?.decidedBy ?? row.before?.decidedBy;
            return (
              <tr
                key={`${row.kind} ${row.slot}`}
                data-testid="compare-row"
                data-kind={row.kind}
                data-slot={row.slot}
              >
                <th scope="row">
                  {subject ? (
                    <a className="quiet" href={subjectHref(locale, subject.id)}>
                      {inLocale(subject.title, locale)}
                    </a>
                  ) : (
                    row.slot
                  )}
                  {row.slot.includes('#') ? (
                    <span className="q"> {attributeName(row.slot.split('#')[1] ?? null, t)}</span>
                  ) : null}
                </th>
                <td className="line q">{t(`changes.kind.${row.change}`)}</td>
                <Cell side={row.before} label="A" locale={locale} t={t} />
                <Cell side={row.after} label="B" locale={locale} t={t} />
                <td className="line">
                  {by ? <a href={eventHref(locale, by.id)}>{inLocale(by.title, locale)}</a> : '—'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({
  side,
  label,
  locale,
  t,
}: {
  readonly side: CompareRow['before'];
  readonly label: 'A' | 'B';
  readonly locale: Locale;
  readonly t: Translate;
}) {
  if (!side)
    return (
      <td className="q half" data-label={label}>
        {t('status.NOT_IN_FORCE')}
      </td>
    );
  return (
    <td className="half" data-label={label}>
      <span className="word">
        <StatusMark status={side.status} projected={side.projected} word="" />
        {t(`status.${side.status}`)}
      </span>{' '}
      <b>{fullValue(asValue(side.value), locale, t)}</b>
      {side.validFrom ? <div className="q s12">{columnDate(side.validFrom, locale)}</div> : null}
    </td>
  );
}

export const knownFamily = (given: unknown): (typeof FAMILIES)[number] | null =>
  FAMILIES.find((name) => name === given) ?? null;
