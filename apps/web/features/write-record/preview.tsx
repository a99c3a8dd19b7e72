'use client';
import { columnDate } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { asValue } from '@/lib/value-text';
import type { DiffRow } from './append-queries';

const KINDS = ['WORLD', 'PLAN', 'LEARNED', 'CORRECTED'] as const;

/** Four counters, then for each slot the answer before and after: the same rows before and after writing. */
export function Preview({ rows }: { readonly rows: readonly DiffRow[] }) {
  const { locale, t } = useLanguage();
  return (
    <>
      <div className="kinds">
        {KINDS.map((kind) => {
          const count = rows.filter((row) => row.kind === kind).length;
          return (
            <div key={kind} className={count > 0 ? 'on' : ''}>
              <b className="num">{count}</b>
              {t(`append.kinds.${kind}`)}
            </div>
          );
        })}
      </div>
      {rows.length === 0 ? <p className="note">{t('append.noChange')}</p> : null}
      {rows.map((row) => (
        <div className="dif" key={`${row.kind} ${row.slot}`} data-testid="preview-row" data-slot={row.slot}>
          <h3>
            <span className="kn">{t(`append.kinds.${row.kind}`)}</span>{' '}
            {inLocale((row.after ?? row.before)?.subject.title ?? { en: row.slot, ja: row.slot }, locale)}
            <span className="end q s12">
              {t(
                row.change === 'OTHER' || row.change === 'VALUE_CHANGED'
                  ? 'changes.kind.VALUE_CHANGED'
                  : `changes.kind.${row.change}`,
              )}
            </span>
          </h3>
          <Line side="rm" reading={row.before} />
          <Line side="ad" reading={row.after} />
        </div>
      ))}
    </>
  );
}

function Line({ side, reading }: { readonly side: 'rm' | 'ad'; readonly reading: DiffRow['before'] }) {
  const { locale, t } = useLanguage();
  if (!reading) return null;
  const value = fullValue(asValue(reading.value), locale, t);
  const text =
    value === null
      ? t(`status.${reading.status}`)
      : reading.status === 'IN_FORCE'
        ? value
        : `${t(`status.${reading.status}`)}　${value}`;
  return (
    <div className={`ln ${side}`}>
      <span className="sg">{side === 'rm' ? '−' : '+'}</span>
      <span className="num">{reading.validFrom === null ? '—' : columnDate(reading.validFrom, locale)}</span>
      <span>
        {side === 'rm' ? <s>{text}</s> : <b>{text}</b>}　
        <small>{reading.decidedBy ? inLocale(reading.decidedBy.title, locale) : ''}</small>
      </span>
    </div>
  );
}
