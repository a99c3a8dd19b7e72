import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Foot } from '@/ui/foot';
import { TableTools } from '@/ui/table-tools';
import { type BoardRow, type Fate, fateCounts } from './board';
import { type BoardFilter, BoardFilters } from './board-filter';
import { BoardRowLine } from './board-row';
import { BoardTable } from './board-table';
import { boardYears } from './board-years';
import { SlipScale } from './slip-track';

interface Props {
  readonly rows: readonly BoardRow[];
  readonly filter: BoardFilter;
  readonly families: readonly { readonly id: string; readonly title: string }[];
  readonly locale: Locale;
  readonly t: Translate;
}

const GROUPS = [
  ['kept', ['KEPT']],
  ['moved', ['EXTENDED', 'BROUGHT_FORWARD']],
  ['gone', ['SUPERSEDED', 'LAPSED']],
  ['open', ['OPEN']],
  ['norec', ['UNKNOWN']],
] as const satisfies readonly (readonly [string, readonly Fate[]])[];

/** The finding first, then each day with its notice and its new day, year by year, and the same as a table. */
export function DeadlineBoard({ rows, filter, families, locale, t }: Props) {
  const pool = filter.family === null ? rows : rows.filter(({ family }) => family === filter.family);
  const shown = filter.fate === null ? pool : pool.filter(({ fate }) => fate === filter.fate);
  const counts = fateCounts(pool);
  const due = pool.length - counts.OPEN;
  const moved = pool.filter(({ noticeOn }) => noticeOn !== null);
  const short = moved.filter(({ noticeOn, day }) => noticeOn !== null && day - noticeOn <= 3).length;
  const finding = t(filter.scope === 'due' ? 'pages.board.title' : 'pages.board.titleStart', {
    kept: counts.KEPT,
    due,
  });
  return (
    <>
      <p className="crumb">{t('pages.board.crumb')}</p>
      <h1 className="title" data-testid="board-title">
        {pool.length === 0 ? t('pages.board.none') : finding}
      </h1>
      {moved.length > 0 ? (
        <p className="lede">{t('pages.board.lede', { moved: moved.length, short })}</p>
      ) : null}
      <div className="pbar" aria-hidden="true">
        {GROUPS.map(([name, fates]) => {
          const count = fates.reduce((sum, fate) => sum + counts[fate], 0);
          return count === 0 ? null : <i key={name} className={`p-${name}`} style={{ flex: count }} />;
        })}
      </div>
      <BoardFilters {...{ rows, pool, filter, families, locale, t }} />
      {shown.length === 0 ? (
        <p className="empty-state">{t('pages.board.empty')}</p>
      ) : (
        <section className="blk outcomes" aria-label={t('pages.board.rows')}>
          <div className="orow drow head" aria-hidden="true">
            <div className="dt">{t('pages.board.day')}</div>
            <div>{t('pages.board.what')}</div>
            <SlipScale
              notice={t('pages.board.noticeShort')}
              day={t('pages.board.day')}
              later={t('pages.board.later')}
            />
            <div>{t('pages.board.outcome')}</div>
          </div>
          {boardYears(shown).map(({ year, rows: ofYear, kept, open }) => (
            <details key={year} className="year" open={open} data-testid="board-year">
              <summary>
                <b>{year === null ? t('pages.fate.OPEN') : t('pages.board.year', { year: String(year) })}</b>{' '}
                <span className="q">
                  {year === null || filter.fate !== null
                    ? t('list.count', { count: ofYear.length })
                    : t('pages.board.yearCount', { count: ofYear.length, kept })}
                </span>
              </summary>
              {ofYear.map((row) => (
                <BoardRowLine key={row.key} row={row} locale={locale} t={t} />
              ))}
            </details>
          ))}
          <p className="note after-rows">{t('pages.board.note')}</p>
          <BoardTable rows={shown} locale={locale} t={t} />
        </section>
      )}
      <Foot note={t('pages.board.foot')}>
        <TableTools table="board" file="deadlines" citation={`policy-timeline: ${finding}`} />
      </Foot>
    </>
  );
}
