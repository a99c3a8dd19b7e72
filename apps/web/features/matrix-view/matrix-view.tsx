'use client';
import { useMemo } from 'react';
import { answerOf } from '@/language/answer';
import { spellMonthDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { PictureFrame } from '@/ui/picture-frame';
import { StatusMark } from '@/ui/status-mark';
import { type MatrixPicture, matrixPicture } from './matrix-picture';

const EDGES = [0.01, 11, 20, 30, 40];

/** Country by instrument: a table by itself, shaded by the rate. */
export function MatrixView() {
  const { locale, t } = useLanguage();
  const { reader, slots, view, firstPicture, select } = useScrub();
  const { place } = view;
  const picture = useMemo<MatrixPicture | null>(
    () =>
      reader
        ? matrixPicture(reader, slots, place)
        : firstPicture?.kind === 'matrix'
          ? (firstPicture as MatrixPicture)
          : null,
    [reader, slots, place, firstPicture],
  );
  if (!picture) return <p className="empty q">{t('screen.loading')}</p>;
  const title = t('screen.matrix.title', { day: spellMonthDay(place.date, locale) });
  const table = (
    <table className="data matrix" data-testid="matrix">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('screen.column.country')}</th>
          {picture.instruments.map(({ id, title: instrument }) => (
            <th key={id} scope="col" title={inLocale(instrument, locale)}>
              <span>{inLocale(instrument, locale)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picture.rows.map(({ party, name, cells }) => (
          <tr key={party}>
            <th scope="row">{party === '*' ? t('screen.everyone') : inLocale(name, locale)}</th>
            {cells.map((cell, i) =>
              cell === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change order within a picture
                <td key={i} />
              ) : (
                <td
                  key={cell.slot}
                  data-step={
                    cell.reading.value?.kind === 'RATE' && cell.reading.status === 'IN_FORCE'
                      ? stepOf(cell.reading.value.ratePercent)
                      : undefined
                  }
                  data-status={cell.reading.status}
                  data-selected={cell.slot === view.reason?.slot}
                >
                  <button type="button" onClick={() => select(cell.slot)} title={cell.slot}>
                    {cell.reading.status === 'IN_FORCE' && !cell.reading.projected ? null : (
                      <StatusMark
                        status={cell.reading.status}
                        projected={cell.reading.projected}
                        word={t(`status.${cell.reading.status}`)}
                      />
                    )}
                    <span className="num">{answerOf(cell.reading, locale, t)}</span>
                    {cell.more > 0 ? (
                      <small title={t('screen.matrix.more', { count: cell.more })}>+{cell.more}</small>
                    ) : null}
                  </button>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <PictureFrame name="matrix" title={title} table={table}>
      {picture.rows.length > 0 ? table : <p className="empty">{t('screen.matrix.empty')}</p>}
    </PictureFrame>
  );
}

const stepOf = (rate: number): number => EDGES.filter((edge) => rate >= edge).length;
