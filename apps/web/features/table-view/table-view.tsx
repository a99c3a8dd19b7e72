'use client';
import { formatDay } from '@policy-timeline/domain';
import { useMemo } from 'react';
import { answerOf } from '@/language/answer';
import { columnDate, spellMonthDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { readAt } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { PictureFrame } from '@/ui/picture-frame';
import { StatusMark } from '@/ui/status-mark';

/** Everything the list says and what decides it, as one table: the same rows as the list. */
export function TableView() {
  const { locale, t } = useLanguage();
  const { view, reader, select } = useScrub();
  const { list, place } = view;
  const rows = useMemo(() => list.groups.flatMap((group) => group.rows), [list]);
  const title = t('screen.table.title', { day: spellMonthDay(place.date, locale), count: list.shown });
  const table = (
    <table className="data wide" data-testid="table-twin">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          {(['status', 'who', 'what', 'value', 'from', 'until', 'known', 'decidedBy', 'source'] as const).map(
            (name) => (
              <th key={name} scope="col" className={name === 'value' ? 'r' : undefined}>
                {t(`screen.column.${name}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ index, slot, reading }) => {
          const { who, what } = nameSlot(view.names[slot], locale, t);
          const full = reader ? readAt(reader, index, place) : null;
          const source = full?.event ? reader?.pack.sources[full.event.sources[0] ?? -1] : undefined;
          return (
            <tr key={slot} data-selected={slot === view.reason?.slot}>
              <td className="nw">
                <StatusMark status={reading.status} projected={reading.projected} word="" />{' '}
                {t(`status.${reading.status}`)}
              </td>
              <th scope="row">
                <button type="button" className="linkish plain" onClick={() => select(slot)}>
                  {who}
                </button>
              </th>
              <td>{what}</td>
              <td className={reading.value?.kind === 'TEXT' ? 'text' : 'r num'}>
                <span title={reading.value?.kind === 'TEXT' ? answerOf(reading, locale, t) : undefined}>
                  {answerOf(reading, locale, t)}
                </span>
              </td>
              <td className="num">
                {reading.validFrom === null ? '—' : columnDate(reading.validFrom, locale)}
              </td>
              <td className="num">
                {reading.validUntil === null ? '—' : columnDate(reading.validUntil, locale)}
              </td>
              <td className="num">{full?.known == null ? '—' : formatDay(full.known)}</td>
              <td>{full?.event ? inLocale(full.event.title, locale) : ''}</td>
              <td>{source ? `${inLocale(source.title, locale)}, ${source.date}` : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
  return (
    <PictureFrame name="table" title={title} table={table}>
      {rows.length > 0 ? table : <p className="empty">{t('list.empty')}</p>}
    </PictureFrame>
  );
}
