import { figure, inLocale } from '@/language/format-value';
import { partnerHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import { amountOf } from '@/language/trade-amount';
import type { Translate } from '@/language/translate';
import { ScrollRegion } from '@/ui/scroll-region';
import { InlineMark } from './quadrant-marks';
import type { QuadrantRow } from './quadrant-query';

/** The chart's twin: every partner with its figures, those without a quadrant last. */
export function QuadrantTable({
  rows,
  named,
  nameOf,
  locale,
  t,
}: {
  readonly rows: readonly QuadrantRow[];
  readonly named: ReadonlySet<string>;
  readonly nameOf: (partner: string) => string;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const sorted = [...rows].sort(
    (a, b) =>
      (a.quadrant ?? 9) - (b.quadrant ?? 9) ||
      Number(named.has(b.code)) - Number(named.has(a.code)) ||
      Math.abs(b.tradeBalanceUsdMillion ?? 0) - Math.abs(a.tradeBalanceUsdMillion ?? 0),
  );
  return (
    <ScrollRegion label={t('pages.quadrant.table')} className="scroll">
      <table className="tbl" id="quadrant" data-testid="quadrant-table">
        <caption className="vh">{t('pages.quadrant.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pages.quadrant.partner')}</th>
            <th scope="col" className="r">
              {t('pages.quadrant.balance')}
            </th>
            <th scope="col" className="r">
              {t('pages.quadrant.spending')}
            </th>
            <th scope="col">{t('attribute.quadrant')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.code}>
              <th scope="row" style={named.has(row.code) ? undefined : { fontWeight: 400 }}>
                {row.code === 'EU' ? (
                  nameOf(row.code)
                ) : (
                  <a className="quiet" href={partnerHref(locale, row.code)}>
                    {nameOf(row.code)}
                  </a>
                )}
              </th>
              <td className="r num">
                {row.tradeBalanceUsdMillion === null ? '—' : amountOf(row.tradeBalanceUsdMillion, locale)}
              </td>
              <td className="r num">
                {row.militaryPercentOfGdp === null ? (
                  <span className="q">{t('pages.none')}</span>
                ) : (
                  row.militaryPercentOfGdp.toFixed(1)
                )}
                {row.spendingYear !== null && row.spendingYear !== row.year ? (
                  <span className="q s11"> {row.spendingYear}</span>
                ) : null}
              </td>
              <td className="nw">
                {row.note ? <span className="vh">{inLocale(row.note, locale)} </span> : null}
                {row.quadrant === null ? (
                  '—'
                ) : (
                  <>
                    <InlineMark quadrant={row.quadrant} /> {figure(row.quadrant)}
                    {row.close ? <span className="s12 kn"> {t('pages.quadrant.boundary')}</span> : null}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
