import { formatDay } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { ScrollRegion } from '@/ui/scroll-region';
import type { BoardRow } from './board';

/** The board's twin: the same rows with their numbers. */
export function BoardTable({
  rows,
  locale,
  t,
}: {
  readonly rows: readonly BoardRow[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <details className="more-table">
      <summary>{t('pages.board.table')}</summary>
      <ScrollRegion label={t('pages.board.table')}>
        <table className="tbl by-rows" id="board">
          <caption className="vh">{t('pages.board.rows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pages.board.day')}</th>
              <th scope="col">{t('pages.board.what')}</th>
              <th scope="col">{t('pages.board.namedOn')}</th>
              <th scope="col">{t('pages.board.outcome')}</th>
              <th scope="col">{t('pages.board.noticeOn')}</th>
              <th scope="col" className="r">
                {t('pages.board.notice')}
              </th>
              <th scope="col">{t('pages.board.movedTo')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td className="num">{row.date}</td>
                <th scope="row">
                  {inLocale(row.title, locale)}
                  {row.others > 0 ? ` ${t('changes.more', { count: row.others })}` : ''}
                </th>
                <td className="num" data-label={t('pages.board.namedOn')}>
                  {formatDay(row.knownFrom)}
                </td>
                <td>{t(`pages.fate.${row.fate}`)}</td>
                <td className="num" data-label={t('pages.board.noticeOn')}>
                  {row.noticeOn === null ? '' : formatDay(row.noticeOn)}
                </td>
                <td className="r num" data-label={t('pages.board.notice')}>
                  {row.noticeOn === null ? '' : row.day - row.noticeOn}
                </td>
                <td className="num" data-label={t('pages.board.movedTo')}>
                  {row.movedTo === null ? '' : formatDay(row.movedTo)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
