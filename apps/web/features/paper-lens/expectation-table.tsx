import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { TableTwin } from '@/ui/table-twin';
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
    <TableTwin
      summary={t('pages.paper.table')}
      caption={t('pages.paper.rows')}
      headings={[
        t('pages.paper.expected'),
        t('pages.paper.modality'),
        t('pages.paper.day'),
        ...(hindsight ? [t('pages.paper.after'), t('pages.reading.decidedBy')] : []),
      ]}
      id="expectations"
      stacked
    >
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
    </TableTwin>
  );
}
