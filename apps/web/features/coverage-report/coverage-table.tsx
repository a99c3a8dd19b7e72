import { families } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { ScrollRegion } from '@/ui/scroll-region';
import type { CoverageRow } from './coverage-query';

/** Topic by topic, the day through which sources were read. */
export function CoverageTable({
  rows,
  locale,
  t,
}: {
  readonly rows: readonly CoverageRow[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <ScrollRegion label={t('pages.about.coverage')} className="scroll">
      <table className="tbl" id="coverage">
        <caption className="vh">{t('pages.about.coverage')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pages.about.topic')}</th>
            <th scope="col">{t('pages.subject.family')}</th>
            <th scope="col">{t('pages.about.through')}</th>
            <th scope="col" className="r">
              {t('pages.about.sources')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const family = families.find((one) => one.family === row.family)?.title;
            return (
              <tr key={row.topic}>
                <th scope="row">{inLocale(row.title, locale)}</th>
                <td>{family ? inLocale(family, locale) : row.family}</td>
                <td className="num">{row.coveredThrough ?? '—'}</td>
                <td className="r num">{row.sources.length}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
