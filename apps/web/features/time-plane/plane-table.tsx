import { type Day, formatDay } from '@policy-timeline/domain';
import { spellDay } from '@/language/format-day';
import { inLocale, shortValue } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { answersOver } from './plane-picture';

/** The vertical line as a table: how the answer for this date changed as more became known. */
export function PlaneTable({
  date,
  index,
  onKnown,
}: {
  readonly date: Day;
  readonly index: number;
  readonly onKnown?: (day: Day) => void;
}) {
  const { locale, t } = useLanguage();
  const { reader } = useScrub();
  if (!reader) return null;
  return (
    <table className="data" data-testid="plane-table">
      <caption>{t('screen.plane.caption', { day: spellDay(date, locale) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('screen.column.known')}</th>
          <th scope="col">{t('screen.column.status')}</th>
          <th scope="col" className="r">
            {t('screen.column.value')}
          </th>
          <th scope="col">{t('screen.column.decidedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {answersOver(reader, index, date).map(({ knownFrom, status, value, event }) => {
          const decided = event === null ? undefined : reader.eventsById.get(event);
          return (
            <tr key={knownFrom ?? 'ever'}>
              <th scope="row" className="num">
                {knownFrom === null ? (
                  t('screen.plane.before')
                ) : onKnown ? (
                  <button type="button" className="linkish plain" onClick={() => onKnown(knownFrom)}>
                    {formatDay(knownFrom)}
                  </button>
                ) : (
                  formatDay(knownFrom)
                )}
              </th>
              <td>{t(`status.${status}`)}</td>
              <td className="r num">{shortValue(value, locale, t) ?? ''}</td>
              <td>{decided ? inLocale(decided.title, locale) : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
