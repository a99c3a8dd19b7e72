import { listName } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { Quote } from './duty-query';
import { type DutyQuestion, dutyPath, LISTS_OF } from './duty-question';

interface Props {
  readonly question: DutyQuestion;
  readonly quotes: readonly Quote[];
  readonly locale: Locale;
  readonly t: Translate;
}

/**
 * The lists whose members the record does not hold: a person who has them at hand ticks those that the good is on, and
 * the rest no longer widens the answer. A plain form, so that it works before any script does.
 */
export function DutyLists({ question, quotes, locale, t }: Props) {
  if (question.lists !== null) {
    const names = question.lists.map((name) => inLocale(listName(name), locale));
    return (
      <p className="note" data-testid="duty-lists-told">
        {names.length === 0
          ? t('pages.duty.lists.none')
          : t('pages.duty.lists.told', { lists: names.join(locale === 'ja' ? '、' : ', ') })}{' '}
        <a href={`${dutyPath({ ...question, lists: null })}&lang=${locale}`}>{t('pages.duty.lists.again')}</a>
      </p>
    );
  }
  const lists = new Map(
    quotes.flatMap(({ openLists }) => openLists.map((list) => [list.name, list] as const)),
  );
  // A list that a duty covers in part is settled by the code of the good, which the line itself asks for.
  const open = [...lists.values()].filter(({ partCodes }) => partCodes.length === 0);
  if (question.product === 'ordinary' || open.every(({ assumedOff }) => assumedOff)) return null;
  const kept = new URLSearchParams(dutyPath(question).replace(/^.*\?/, ''));
  return (
    <form className="blk card ask" action="/duty" method="get" data-testid="duty-lists">
      <h2 className="sec">{t('pages.duty.lists.title')}</h2>
      <p className="note">{t('pages.duty.lists.why', { product: question.product })}</p>
      {[...kept, ['lang', locale], [LISTS_OF, question.product]].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="extra">
        {([false, true] as const).map((assumedOff) => (
          <fieldset key={String(assumedOff)}>
            <legend>{t(assumedOff ? 'pages.duty.lists.assumedOff' : 'pages.duty.lists.open')}</legend>
            {open
              .filter((list) => list.assumedOff === assumedOff)
              .map(({ name, title }) => (
                <label key={name}>
                  <input type="checkbox" name="list" value={name} />
                  {inLocale(title, locale)}
                </label>
              ))}
          </fieldset>
        ))}
      </div>
      <button type="submit" className="btn">
        {t('pages.duty.lists.ask')}
      </button>
    </form>
  );
}
