import { FAMILIES, type Family, families } from '@policy-timeline/domain';
import { columnDate, spellPartial } from '@/language/format-day';
import { figure, inLocale } from '@/language/format-value';
import { eventHref, href, partnerHref, timelineHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import { amountOf } from '@/language/trade-amount';
import type { Translate } from '@/language/translate';
import type { WireReading } from '@/lib/wire-reading';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { ReadingTable } from '@/ui/reading-table';
import { TableTools } from '@/ui/table-tools';
import { Unbroken } from '@/ui/unbroken';
import type { PartnerData } from './partner-query';
import { TradeChart } from './trade-chart';

interface Props {
  readonly partner: PartnerData;
  readonly locale: Locale;
  readonly t: Translate;
}

const LIVE: ReadonlySet<string> = new Set([
  'IN_FORCE',
  'SUSPENDED',
  'SCHEDULED',
  'DATE_OPEN',
  'THREATENED',
  'PROPOSED',
  'UNKNOWN',
]);

/** One country or bloc on one day: its duties and sanctions, talks, memberships, offices, and its figures. */
export function PartnerReport({ partner, locale, t }: Props) {
  const name = inLocale(partner.name, locale);
  const sections: readonly (readonly [string, string, readonly WireReading[]])[] = [
    ...partner.families
      .filter(({ family }) => family === 'TARIFF' || family === 'SANCTION')
      .map(({ family, readings }) => [family, familyTitle(family, locale), readings] as const),
    ['NEGOTIATION', familyTitle('NEGOTIATION', locale), partner.negotiations],
    ['MEMBERSHIP', familyTitle('MEMBERSHIP', locale), partner.memberships],
    ['OFFICE', familyTitle('OFFICE', locale), partner.offices],
    ...partner.families
      .filter(({ family }) => family !== 'TARIFF' && family !== 'SANCTION')
      .map(({ family, readings }) => [family, familyTitle(family, locale), readings] as const),
  ];
  const { quadrant } = partner;
  const title = t('pages.partner.title', {
    name,
    day: spellPartial(partner.date, locale),
    count: partner.counts.inForce,
  });
  return (
    <>
      <p className="crumb">
        <a href={href(locale, '/')}>{t('nav.timeline')}</a>
        <span className="sep">›</span>
        {partner.code}
        <span className="sep">·</span>
        <span className="kchip">
          <Icon name="known" />
          {partner.knownAt
            ? t('mode.planAsOf', { day: spellPartial(partner.knownAt, locale) })
            : t('mode.nowChip')}
        </span>
      </p>
      <h1 className="title">
        <Unbroken>{title}</Unbroken>
      </h1>
      {partner.blocs.length > 0 ? (
        <p className="lede">
          {t('pages.partner.blocs')}
          {partner.blocs.map(({ id, name: bloc }, i) => (
            <span key={id}>
              {i > 0 ? (locale === 'ja' ? '、' : ', ') : ''}
              <a href={partnerHref(locale, id)}>{inLocale(bloc, locale)}</a>
            </span>
          ))}
        </p>
      ) : null}
      <form className="card ask" action={`/partner/${encodeURIComponent(partner.code)}`} method="get">
        <input type="hidden" name="lang" value={locale} />
        <label className="say">
          {t('rail.date')}
          <input className="in num" name="d" defaultValue={partner.date} autoComplete="off" />
        </label>
        <label className="say">
          {t('rail.known')}
          <input
            className="in num"
            name="k"
            defaultValue={partner.knownAt ?? ''}
            placeholder={t('mode.now')}
            autoComplete="off"
          />
        </label>
        <button type="submit" className="btn primary">
          {t('pages.partner.show')}
        </button>
      </form>
      <div className="two">
        <div>
          {sections.map(([id, title, readings]) => (
            <Section
              key={id}
              id={id}
              code={partner.code}
              title={title}
              readings={readings}
              locale={locale}
              t={t}
            />
          ))}
        </div>
        <aside className="side" style={{ position: 'static' }}>
          <h2 className="sec">{t('pages.partner.trade', { name })}</h2>
          <TradeChart name={name} trade={partner.trade} locale={locale} t={t} />
          <h2 className="sec blk">{t('pages.quadrant.label')}</h2>
          {quadrant?.quadrant ? (
            <dl className="kv">
              <dt>{t('attribute.quadrant')}</dt>
              <dd>
                <a href={href(locale, '/quadrant')}>
                  {t('pages.quadrant.name', { quadrant: quadrant.quadrant })}
                </a>
              </dd>
              <dt>{t('attribute.balance')}</dt>
              <dd className="num">
                {t('pages.partner.amount', {
                  amount: amountOf(quadrant.tradeBalanceUsdMillion ?? 0, locale),
                })}{' '}
                <span className="q">{quadrant.year}</span>
              </dd>
              <dt>{t('attribute.military-spending')}</dt>
              <dd className="num">
                {t('value.unit.percentOfGdp', { amount: figure(quadrant.militaryPercentOfGdp ?? 0) })}{' '}
                <span className="q">{quadrant.spendingYear}</span>
              </dd>
            </dl>
          ) : (
            <p className="note">{t('pages.partner.noQuadrant')}</p>
          )}
          <h2 className="sec blk">{t('upcoming.title')}</h2>
          {partner.upcoming.length === 0 ? <p className="note">{t('upcoming.empty')}</p> : null}
          <ul className="list-links">
            {partner.upcoming.slice(0, 12).map((row) => (
              <li key={row.id}>
                <span className="num">
                  {row.date === null ? t('upcoming.noDate') : columnDate(row.date, locale)}
                </span>
                <span>
                  <a className="quiet" href={eventHref(locale, row.event.id)}>
                    {inLocale(row.event.title, locale)}
                  </a>
                  <small>
                    {t(`upcoming.kind.${row.kind}`)}
                    {row.outcome ? `・${t(`upcoming.outcome.${row.outcome}`)}` : ''}
                  </small>
                </span>
              </li>
            ))}
          </ul>
          <p className="actions">
            <a
              className="btn"
              href={timelineHref(locale, {
                date: partner.date,
                knownAt: partner.knownAt,
                filter: partner.code,
              })}
            >
              {t('pages.event.onTimeline')}
              <Icon name="next" />
            </a>
            <a
              className="btn"
              href={href(locale, '/duty', { partner: partner.code, product: 'ordinary', date: partner.date })}
            >
              {t('nav.duty')}
            </a>
          </p>
        </aside>
      </div>
      <Foot note={t('pages.foot.days')}>
        <TableTools
          table="partner-TARIFF"
          {...(partner.trade.some(({ figures, unit }) => figures.length > 0 && unit === 'usdMillion')
            ? { drawing: 'trade-drawing' }
            : {})}
          file={`partner-${partner.code}`}
          citation={`policy-timeline: ${title} (${partner.knownAt === null ? t('mode.now') : `${t('rail.known')} ${partner.knownAt}`}).`}
        />
      </Foot>
    </>
  );
}

/** What holds, is stopped or is in sight first; what is over is folded away beneath. */
function Section({
  id,
  code,
  title,
  readings,
  locale,
  t,
}: {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly readings: readonly WireReading[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const standing = readings.filter(({ status }) => LIVE.has(status));
  const named = standing.filter(
    ({ subject }) => subject.partners.includes(code) || subject.partners.length === 0,
  );
  // Where nothing names the partner, what holds for everyone is all there is to say.
  const live = named.length > 0 ? named : standing;
  const general = named.length > 0 ? standing.filter((reading) => !named.includes(reading)) : [];
  const over = readings.filter(({ status }) => !LIVE.has(status) && status !== 'NOT_IN_FORCE');
  const empty = live.length === 0 && over.length === 0;
  return (
    <section className="blk" data-testid={`family-${id}`}>
      <div className="sec-row">
        <h2 className="sec">{title}</h2>
        <span className="q s12">{t('list.count', { count: live.length })}</span>
      </div>
      {empty ? <p className="note">{t('pages.partner.nothing')}</p> : null}
      {live.length > 0 ? (
        <ReadingTable id={`partner-${id}`} label={title} readings={live} locale={locale} t={t} />
      ) : null}
      {general.length > 0 ? (
        <details className="more-table">
          <summary>{t('pages.partner.general', { count: general.length })}</summary>
          <ReadingTable
            label={`${title} ${t('pages.partner.general', { count: general.length })}`}
            readings={general}
            locale={locale}
            t={t}
          />
        </details>
      ) : null}
      {over.length > 0 ? (
        <details className="more-table">
          <summary>{t('list.past', { count: over.length })}</summary>
          <ReadingTable
            label={`${title} ${t('list.past', { count: over.length })}`}
            readings={over}
            locale={locale}
            t={t}
          />
        </details>
      ) : null}
    </section>
  );
}

function familyTitle(family: string, locale: Locale): string {
  const known = families.find(
    (one) => one.family === (FAMILIES.find((name) => name === family) as Family | undefined),
  );
  return known ? inLocale(known.title, locale) : family;
}
