import { href } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Icon } from '@/ui/icon';
import { type BoardRow, type BoardScope, FATES, type Fate, fateCounts } from './board';
import { FateMark } from './fate-mark';

export interface BoardFilter {
  readonly scope: BoardScope;
  readonly family: string | null;
  readonly fate: Fate | null;
}

interface Props {
  /** Rows of the scope, whatever their family and fate. */
  readonly rows: readonly BoardRow[];
  /** Those of the chosen family. */
  readonly pool: readonly BoardRow[];
  readonly filter: BoardFilter;
  readonly families: readonly { readonly id: string; readonly title: string }[];
  readonly locale: Locale;
  readonly t: Translate;
}

/** What is counted: the kind of day, its family, and — the legend itself — what became of it. */
export function BoardFilters({ rows, pool, filter, families, locale, t }: Props) {
  const counts = fateCounts(pool);
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
    <nav aria-label={t('pages.board.filter')}>
      <div className="fates" data-testid="board-counts">
        {FATES.map((fate) => (
          <span key={fate} data-fate={fate} data-count={counts[fate]}>
            {counts[fate] === 0 && filter.fate !== fate ? null : (
              <a
                href={address({ fate: filter.fate === fate ? null : fate })}
                aria-current={filter.fate === fate ? 'true' : undefined}
              >
                <FateMark fate={fate}>
                  {t(`pages.fate.${fate}`)} <b className="num">{counts[fate]}</b>
                </FateMark>
              </a>
            )}
          </span>
        ))}
      </div>
      <div className="bar-line">
        <span className="seg">
          {(['due', 'start'] as const).map((scope) => (
            <a
              key={scope}
              href={address({ scope, fate: null, family: null })}
              aria-current={filter.scope === scope ? 'true' : undefined}
            >
              {t(`pages.board.scope.${scope}`)}
            </a>
          ))}
        </span>
        <a
          className="btn"
          href={`/calendar.ics?lang=${locale}${filter.family ? `&f=${filter.family.toLowerCase()}` : ''}`}
          data-testid="ics"
        >
          <Icon name="cal" />
          {t('pages.board.ics')}
        </a>
      </div>
      <div className="chips one-line">
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
      </div>
    </nav>
  );
}
