import { formatDay } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { TableTwin } from '@/ui/table-twin';
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
    <TableTwin
      summary={t('pages.board.table')}
      caption={t('pages.board.rows')}
      headings={[
        t('pages.board.day'),
        t('pages.board.what'),
        t('pages.board.namedOn'),
        t('pages.board.outcome'),
        t('pages.board.noticeOn'),
        { number: t('pages.board.notice') },
        t('pages.board.movedTo'),
      ]}
      id="board"
      stacked
    >
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
    </TableTwin>
  );
}
