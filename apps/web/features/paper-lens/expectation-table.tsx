import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { ScrollRegion } from '@/ui/scroll-region';
import { fateOf } from './fate';
import type { Expectation } from './paper-query';

/** The tracks' twin: the same expectations in words and days. */
export function ExpectationTable({
  expected,
  hindsight,
  locale,
  t,
}: {
  readonly expected: readonly Expectation[];
  readonly hindsight: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <details className="more-table">
      <summary>{t('pages.paper.table')}</summary>
      <ScrollRegion label={t('pages.paper.table')}>
        <table className="tbl by-rows" id="expectations">
          <caption className="vh">{t('pages.paper.rows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pages.paper.expected')}</th>
              <th scope="col">{t('pages.paper.modality')}</th>
              <th scope="col">{t('pages.paper.day')}</th>
              {hindsight ? <th scope="col">{t('pages.paper.after')}</th> : null}
              {hindsight ? <th scope="col">{t('pages.reading.decidedBy')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {expected.map((row) => (
              <tr key={row.id}>
                <th scope="row">{inLocale(row.event.title, locale)}</th>
                <td>{t(`pages.modality.${row.modality}`)}</td>
                <td className="num">{row.date ?? t('upcoming.noDate')}</td>
                {hindsight ? <td>{t(`pages.paper.fate.${fateOf(row)}`)}</td> : null}
                {hindsight ? (
                  <td className="line">
                    {row.outcomeBy ? inLocale(row.outcomeBy.title, locale) : t('pages.none')}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
