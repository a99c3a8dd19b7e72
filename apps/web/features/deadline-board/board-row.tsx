import { columnDate, spellDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { eventHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { BoardRow } from './board';
import { FateMark } from './fate-mark';
import { SlipTrack } from './slip-track';

/** One named day: what of, how far it slipped with how much notice, and what it came to. */
export function BoardRowLine({
  row,
  locale,
  t,
}: {
  readonly row: BoardRow;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const still = row.noticeOn === null && row.movedTo === null;
  const dot = locale === 'ja' ? '・' : ' · ';
  const kind = t(`upcoming.kind.${row.kind}`);
  return (
    <div
      className={still ? 'orow drow still' : 'orow drow'}
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
            : `${kind}${row.source ? `${dot}${inLocale(row.source, locale)}` : ''}`}
        </small>
      </div>
      <SlipTrack row={row} />
      <div className="oc">
        <FateMark fate={row.fate}>
          <b>{t(`pages.fate.${row.fate}`)}</b>
        </FateMark>
        {row.by ? (
          <small>
            {[
              row.movedTo === null ? '' : t('pages.board.to', { day: spellDay(row.movedTo, locale) }),
              row.noticeOn === null ? '' : t('why.knownOn', { day: spellDay(row.noticeOn, locale) }),
            ]
              .filter(Boolean)
              .join(dot)}
            <br />
            <a href={eventHref(locale, row.by)}>{row.byTitle ? inLocale(row.byTitle, locale) : row.by}</a>
          </small>
        ) : null}
      </div>
    </div>
  );
}
