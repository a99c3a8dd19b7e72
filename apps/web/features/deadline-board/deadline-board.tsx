import { formatDay } from '@policy-timeline/domain';
import { columnDate } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { eventHref, href } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { TableTools } from '@/ui/table-tools';
import { type BoardRow, type BoardScope, FATES, type Fate, fateCounts } from './board';
import { BoardTable } from './board-table';
import { FateMark } from './fate-mark';
import { SlipScale, SlipTrack } from './slip-track';

export interface BoardFilter {
  readonly scope: BoardScope;
  readonly family: string | null;
  readonly fate: Fate | null;
}

interface Props {
  /** Rows of the scope, and those of them that pass the filter. */
  readonly rows: readonly BoardRow[];
  readonly shown: readonly BoardRow[];
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

/** The finding first, then each day with its notice and its new day, and the same as a table. */
export function DeadlineBoard({ rows, shown, filter, families, locale, t }: Props) {
  const counts = fateCounts(shown);
  const due = shown.length - counts.OPEN;
  const moved = shown.filter(({ noticeOn }) => noticeOn !== null);
  const short = moved.filter(({ noticeOn, day }) => noticeOn !== null && day - noticeOn <= 3).length;
  const address = (change: Partial<BoardFilter>): string => {
    const next = { ...filter, ...change };
    return href(locale, '/deadlines', {
      scope: next.scope === 'due' ? null : next.scope,
      family: next.family,
      fate: next.fate,
    });
  };
  const present = new Set(rows.map(({ family }) => family));
  return (
    <>
      <p className="crumb">{t('pages.board.crumb')}</p>
      <h1 className="title" data-testid="board-title">
        {shown.length === 0
          ? t('pages.board.none')
          : t(filter.scope === 'due' ? 'pages.board.title' : 'pages.board.titleStart', {
              kept: counts.KEPT,
              due,
            })}
      </h1>
      {moved.length > 0 ? (
        <p className="lede">
          {t('pages.board.lede', {
            moved: moved.length,
            short,
          })}
        </p>
      ) : null}
      <div className="pbar" aria-hidden="true">
        {GROUPS.map(([name, fates]) => {
          const count = fates.reduce((sum, fate) => sum + counts[fate], 0);
          return count === 0 ? null : <i key={name} className={`p-${name}`} style={{ flex: count }} />;
        })}
      </div>
      <div className="legend" data-testid="board-counts">
        {FATES.map((fate) => (
          <span key={fate} data-fate={fate} data-count={counts[fate]}>
            <FateMark fate={fate}>
              <span className="s12">
                {t(`pages.fate.${fate}`)} <b className="num">{counts[fate]}</b>
              </span>
            </FateMark>
          </span>
        ))}
      </div>
      <div className="bar-line">
        <nav className="chips" aria-label={t('pages.board.filter')}>
          {(['due', 'start'] as const).map((scope) => (
            <a
              key={scope}
              className="chip"
              href={address({ scope, fate: null })}
              aria-current={filter.scope === scope ? 'true' : undefined}
            >
              {t(`pages.board.scope.${scope}`)}
            </a>
          ))}
          <span aria-hidden="true" className="q">
            ·
          </span>
          <a
            className="chip"
            href={address({ family: null })}
            aria-current={filter.family === null ? 'true' : undefined}
          >
            {t('list.all')}
          </a>
          {families
            .filter(({ id }) => present.has(id as BoardRow['family']))
            .map(({ id, title }) => (
              <a
                key={id}
                className="chip"
                href={address({ family: id })}
                aria-current={filter.family === id ? 'true' : undefined}
              >
                {title}
              </a>
            ))}
          <span aria-hidden="true" className="q">
            ·
          </span>
          {FATES.map((fate) => (
            <a
              key={fate}
              className="chip"
              href={address({ fate: filter.fate === fate ? null : fate })}
              aria-current={filter.fate === fate ? 'true' : undefined}
            >
              {t(`pages.fate.${fate}`)}
            </a>
          ))}
        </nav>
        <a
          className="btn"
          href={`/calendar.ics?lang=${locale}${filter.family ? `&f=${filter.family.toLowerCase()}` : ''}`}
          data-testid="ics"
        >
          <Icon name="cal" />
          {t('pages.board.ics')}
        </a>
      </div>
      {shown.length === 0 ? <p className="empty-state">{t('pages.board.empty')}</p> : null}
      {shown.length > 0 ? (
        <section className="blk outcomes" aria-label={t('pages.board.rows')}>
          <div className="orow drow head" aria-hidden="true">
            <div className="dt">{t('pages.board.day')}</div>
            <div>{t('pages.board.what')}</div>
            <SlipScale
              notice={t('pages.board.notice')}
              day={t('pages.board.day')}
              later={t('pages.board.later')}
            />
            <div>{t('pages.board.outcome')}</div>
          </div>
          {shown.map((row) => (
            <div
              className="orow drow"
              key={row.key}
              data-testid="board-row"
              data-event={row.event}
              data-fate={row.fate}
            >
              <div className="dt num">{columnDate(row.date, locale)}</div>
              <div className="tt">
                <a href={eventHref(locale, row.event)}>{inLocale(row.title, locale)}</a>
                <small>
                  {row.others > 0
                    ? t('changes.more', { count: row.others })
                    : `${t(`upcoming.kind.${row.kind}`)}${row.source ? `・${inLocale(row.source, locale)}` : ''}`}
                </small>
              </div>
              <SlipTrack row={row} />
              <div className="oc">
                <FateMark fate={row.fate}>
                  <b>{t(`pages.fate.${row.fate}`)}</b>
                </FateMark>
                {row.by ? (
                  <small>
                    {row.movedTo === null ? '' : `${t('pages.board.to', { day: formatDay(row.movedTo) })} `}
                    <a href={eventHref(locale, row.by)}>
                      {row.byTitle ? inLocale(row.byTitle, locale) : row.by}
                    </a>
                    {row.noticeOn === null ? '' : ` ${t('why.knownOn', { day: formatDay(row.noticeOn) })}`}
                  </small>
                ) : null}
              </div>
            </div>
          ))}
          <p className="note" style={{ marginTop: 'var(--space-3)' }}>
            {t('pages.board.note')}
          </p>
          <BoardTable rows={shown} locale={locale} t={t} />
        </section>
      ) : null}
      <Foot note={t('pages.board.foot')}>
        <TableTools
          table="board"
          file="deadlines"
          citation={`policy-timeline: ${t('pages.board.title', { kept: counts.KEPT, due })}`}
        />
      </Foot>
    </>
  );
}
