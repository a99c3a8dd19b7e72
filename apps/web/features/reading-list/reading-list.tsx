'use client';
import type { Family } from '@policy-timeline/domain';
import { type CSSProperties, type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { spellMonthDay } from '@/language/format-day';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import type { GroupKey, ReadingRow } from '@/timeline/reading-list';
import { useScrub } from '@/timeline/scrub-context';
import { Icon } from '@/ui/icon';
import { usePhone } from '@/ui/use-phone';
import { useWindowOfRows } from '@/ui/use-window-of-rows';
import { FilterChips } from './filter-chips';
import { type GivenAnswers, patchRows } from './patch-rows';
import { Row } from './row';

type Finding = 'DIFFERENT' | 'UNRECORDED' | 'HOLLOW' | 'SAME' | 'CHANGED' | 'UNCHANGED';
const FINDINGS: readonly string[] = ['DIFFERENT', 'UNRECORDED', 'HOLLOW', 'SAME', 'CHANGED', 'UNCHANGED'];
const isFinding = (key: GroupKey): key is Finding => FINDINGS.includes(key);

type Line =
  | { readonly kind: 'group'; readonly key: GroupKey; readonly count: number }
  | { readonly kind: 'row'; readonly row: ReadingRow };

/** Arrow keys lead from row to row: with three hundred of them Tab goes past the list. */
function toNeighbour(event: KeyboardEvent<HTMLElement>, lines: readonly Line[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = event.target instanceof Element ? event.target.closest('[aria-posinset]') : null;
  if (!step || !row) return;
  event.preventDefault();
  let next = Number(row.getAttribute('aria-posinset')) - 1 + step;
  if (lines[next]?.kind === 'group') next += step;
  event.currentTarget.querySelector<HTMLElement>(`[aria-posinset="${next + 1}"] .row-pick`)?.focus();
}

/** What holds on the day, grouped; only the rows in sight are in the page. */
export function ReadingList() {
  const { locale, t } = useLanguage();
  const scrub = useScrub();
  const { store, reader, view, withPast, setWithPast } = scrub;
  const phone = usePhone();
  const box = useRef<HTMLDivElement>(null);
  const { list, place } = view;
  const lines = useMemo<readonly Line[]>(
    () =>
      list.groups.flatMap(({ key, rows, count }) => [
        { kind: 'group' as const, key, count },
        ...rows.map((row) => ({ kind: 'row' as const, row })),
      ]),
    [list],
  );
  // The heights of ui/lists.css, which places the lines before any script runs.
  const sizeOf = useCallback(
    (i: number): number => (lines[i]?.kind === 'group' ? (phone ? 32 : 26) : phone ? 56 : 36),
    [lines, phone],
  );
  const groupsBefore = useMemo(() => {
    const counts = [0];
    for (const { kind } of lines) counts.push((counts.at(-1) ?? 0) + (kind === 'group' ? 1 : 0));
    return counts;
  }, [lines]);
  const { rows, scrollTo } = useWindowOfRows(box, lines.length, sizeOf);
  const asked = useRef(scrub.selected);
  useEffect(() => {
    if (asked.current === null || !reader) return;
    const at = lines.findIndex((line) => line.kind === 'row' && line.row.slot === asked.current);
    asked.current = null;
    if (at > 0) scrollTo(at);
  }, [lines, reader, scrollTo]);
  const given = useRef<GivenAnswers>(new WeakMap());
  useEffect(() => {
    given.current = new WeakMap();
  });
  useEffect(
    () =>
      store.onHot((at) => {
        if (box.current && reader) patchRows(box.current, given.current, reader, at, locale, t);
      }),
    [store, reader, locale, t],
  );
  const compare = place.knowledge.mode === 'fixed';
  const chosen = view.reason?.slot ?? null;
  const inPage = rows.flatMap((item) => {
    const line = lines[item.index];
    return line?.kind === 'row' ? [line.row.slot] : [];
  });
  const stop = inPage.find((slot) => slot === chosen) ?? inPage[0];

  return (
    <section className="pane pane-list" aria-labelledby="list-title">
      <div className="ph">
        <h2 id="list-title">{compare ? t('list.titlePlan') : t('list.title')}</h2>
        <span className="q num">{list.shown}</span>
        <span className={place.knowledge.mode === 'now' ? 'end q' : 'end kchip'}>
          {place.knowledge.mode === 'now' ? null : <Icon name="known" />}
          {place.knowledge.mode === 'fixed'
            ? t(place.knowledge.day < place.date ? 'mode.planOf' : 'mode.planAsOf', {
                day: spellMonthDay(place.knowledge.day, locale),
              })
            : t(place.knowledge.mode === 'lived' ? 'mode.livedChip' : 'mode.nowChip')}
        </span>
      </div>
      <FilterChips />
      <div className="rows" ref={box}>
        <ul
          aria-label={t('list.table')}
          className="reading-lines"
          style={behind(lines.length)}
          data-compare={compare}
          onKeyDown={(event) => toNeighbour(event, lines)}
        >
          {rows.map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const at = behind(item.index);
            return line.kind === 'group' ? (
              <li key={line.key} className="grp" style={at}>
                <h3>{groupName(line.key)}</h3>
                <span className="q num">{line.count}</span>
                {item.index === 0 ? (
                  <span className="heads q" aria-hidden="true">
                    <span>{t(compare ? 'scrub.planned' : 'list.value')}</span>
                    <span>{t(compare ? 'scrub.actual' : 'list.since')}</span>
                  </span>
                ) : null}
              </li>
            ) : (
              <Row
                key={line.row.slot}
                row={line.row}
                name={nameSlot(view.names[line.row.slot], locale, t)}
                style={at}
                position={item.index + 1}
                selected={line.row.slot === chosen}
                stop={line.row.slot === stop}
                compare={compare}
                onSelect={() => {
                  scrub.select(line.row.slot);
                  if (phone) scrub.setPane('why');
                }}
              />
            );
          })}
        </ul>
        {lines.length === 0 ? (
          <p className="empty">
            {t('list.empty')}
            <br />
            <span className="q">{t('list.emptyHint')}</span>
          </p>
        ) : null}
      </div>
      <div className="list-foot">
        <label className="check">
          <input type="checkbox" checked={withPast} onChange={(event) => setWithPast(event.target.checked)} />
          {t('list.past', { count: list.past })}
        </label>
        {view.hidden > 0 ? (
          <button type="button" className="linkish" onClick={() => scrub.setFilter([])}>
            {t('list.hidden', { count: view.hidden })}
          </button>
        ) : null}
      </div>
    </section>
  );

  /** What stands before a line: its place, whatever the lines are high. */
  function behind(index: number): CSSProperties {
    const groups = groupsBefore[index] ?? 0;
    return { '--groups': groups, '--rows': index - groups } as CSSProperties;
  }

  function groupName(key: GroupKey): string {
    if (isFinding(key)) return t(`list.group.${key}`);
    return t(`family.${key as Family}`);
  }
}
