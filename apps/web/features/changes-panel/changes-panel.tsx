'use client';
import { type DiffKind, formatDay } from '@policy-timeline/domain';
import { useState } from 'react';
import { knowledgeWord } from '@/language/knowledge-word';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { ChangeRow } from './change-row';

const SHOWN = 80;
const KINDS: readonly DiffKind[] = ['WORLD', 'PLAN', 'LEARNED', 'CORRECTED'];

/** What reads otherwise than at the pin, or than thirty days before: in four kinds, each with a chip that filters. */
export function ChangesPanel() {
  const { t } = useLanguage();
  const { view, pin, stepChange } = useScrub();
  const [only, setOnly] = useState<DiffKind | null>(null);
  const { changes, place } = view;
  const counts = new Map(KINDS.map((kind) => [kind, changes.filter((row) => row.kind === kind).length]));
  const chosen = only !== null && (counts.get(only) ?? 0) > 0 ? only : null;
  const rows = chosen === null ? changes : changes.filter(({ kind }) => kind === chosen);
  const shown = rows.slice(0, SHOWN);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it
    <section className="pane-changes" aria-labelledby="changes-title" id="changes" tabIndex={0}>
      <div className="ph">
        <h2 id="changes-title">
          {pin
            ? t('compare.between', { a: formatDay(pin.date), b: formatDay(place.date) })
            : t('changes.title')}
        </h2>
        <span className="q num">{changes.length}</span>
      </div>
      {pin ? (
        <p className="why-what q">
          {t('compare.knowledge', {
            a: knowledgeWord(pin.knowledge, t),
            b: knowledgeWord(place.knowledge, t),
          })}
        </p>
      ) : null}
      <fieldset className="chips-row kind-chips">
        <legend className="vh">{t('changes.kinds')}</legend>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="chip"
            aria-pressed={chosen === kind}
            disabled={counts.get(kind) === 0}
            title={t(`changes.hint.${kind}`)}
            data-testid={`kind-${kind}`}
            onClick={() => setOnly(chosen === kind ? null : kind)}
          >
            {t(`changes.four.${kind}`)} <b className="num">{counts.get(kind)}</b>
          </button>
        ))}
      </fieldset>
      {changes.length === 0 ? (
        <p className="empty">
          {t(pin ? 'compare.same' : 'changes.empty')}
          <br />
          <button type="button" className="linkish" onClick={() => stepChange(-1)}>
            {t('changes.previous')}
          </button>
        </p>
      ) : (
        KINDS.filter((kind) => shown.some((row) => row.kind === kind)).map((kind) => (
          <div key={kind}>
            <div className="grp">
              <h3>{t(`changes.four.${kind}`)}</h3>
              <span className="q num">{counts.get(kind)}</span>
            </div>
            <ol className="change-list">
              {shown
                .filter((row) => row.kind === kind)
                .map((row) => (
                  <ChangeRow key={`${row.kind} ${row.slot}`} row={row} name={view.names[row.slot]} />
                ))}
            </ol>
          </div>
        ))
      )}
      {rows.length > SHOWN ? (
        <p className="more q">{t('changes.more', { count: rows.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}
