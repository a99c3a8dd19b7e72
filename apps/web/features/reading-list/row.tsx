import type { CSSProperties } from 'react';
import { useLanguage } from '@/language/language-provider';
import type { RowName } from '@/language/name-slot';
import type { ReadingRow } from '@/timeline/reading-list';
import { Icon } from '@/ui/icon';
import { rowCells } from './row-cells';

interface RowProps {
  readonly row: ReadingRow;
  readonly name: RowName;
  readonly style: CSSProperties;
  readonly position: number;
  readonly selected: boolean;
  /** The one row of the list that Tab comes to; arrows lead to the others. */
  readonly stop: boolean;
  /** The outcome stands beside the plan. */
  readonly compare: boolean;
  readonly onSelect: () => void;
}

/** One reading: mark, who, what, value, since, or beside the plan what came of it. */
export function Row({ row, name, style, position, selected, stop, compare, onSelect }: RowProps) {
  const { locale, t } = useLanguage();
  const cells = rowCells(row.reading, row.actual, locale, t);
  return (
    <li
      className="row"
      style={style}
      aria-posinset={position}
      aria-setsize={-1}
      data-testid="reading-row"
      data-index={row.index}
      data-slot={row.slot}
      data-status={cells.status}
      data-certainty={cells.certainty}
      data-projected={cells.projected}
      data-selected={selected}
      data-hollow={row.hollow === true}
      data-ghost={row.actual?.status === 'NEVER_TOOK_EFFECT'}
    >
      <span className={cells.markClass}>
        <svg aria-hidden="true">
          <use href={cells.symbol} />
        </svg>
        <span className="vh">{cells.word}</span>
      </span>
      <span className="t">
        <button
          type="button"
          className="row-pick"
          aria-pressed={selected}
          tabIndex={stop ? 0 : -1}
          onClick={onSelect}
          title={`${name.who} ${name.what}`.trim()}
        >
          <b>{name.who}</b>
          <small>{name.what}</small>
        </button>
      </span>
      <span className="fl" title={cells.flagsTitle}>
        {cells.flags}
      </span>
      <span className="v" title={cells.value}>
        {cells.value}
      </span>
      {compare ? (
        <>
          <span className="ar" aria-hidden="true">
            <Icon name="next" />
          </span>
          <span className={cells.actualClass}>{cells.actual}</span>
        </>
      ) : (
        <span className="since num">{cells.since}</span>
      )}
    </li>
  );
}
