import type { Day } from '@policy-timeline/domain';
import { spellDay, spellPartial } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { eventHref } from '@/language/href';
import { asValue } from '@/lib/value-text';
import type { WireSource } from '@/lib/wire-value';
import type { EventReportProps } from './event-report-props';

/** How what came after it is told. */
const ENDING: Readonly<Record<string, 'ENDS' | 'SUSPENDS'>> = {
  ENDED: 'ENDS',
  EXPIRED: 'ENDS',
  SUSPENDED: 'SUSPENDS',
};

/** Why it came: what took its place, this event, then what it rests on; what is no part of it is dim. */
export function EventChain({ event, readings, standing, titleOf, locale, t }: EventReportProps) {
  const mine = readings.filter(({ decidedBy }) => decidedBy?.id === event.id);
  const behind = dedupe(mine.flatMap(({ because }) => because.filter(({ verb }) => verb !== 'DECIDED_BY')));
  const told = new Set(behind.map(({ event: link }) => link.id));
  const named = event.relations.filter(({ to }) => !told.has(to) && to !== event.id);
  const conflicts = dedupe(mine.flatMap((reading) => reading.conflicts.map((link) => ({ event: link }))));
  const value = event.effects.map((effect) => fullValue(asValue(effect.value), locale, t)).find(Boolean);
  return (
    <section className="blk">
      <h2 className="sec">{t('pages.event.why')}</h2>
      <ol className="chain" data-testid="chain">
        {standing?.endedBy ? (
          <li className="later">
            <i />
            <span className="vb">{t(`why.verb.${ENDING[standing.status] ?? 'SUPERSEDES'}`)}</span>
            <div>
              <a className="quiet" href={eventHref(locale, standing.endedBy.id)}>
                {inLocale(standing.endedBy.title, locale)}
              </a>
              <small>{t('why.knownOn', { day: spellDay(standing.endedBy.known as Day, locale) })}</small>
            </div>
          </li>
        ) : null}
        <li className="dec">
          <i />
          <span className="vb">{t('why.verb.DECIDED_BY')}</span>
          <div>
            {inLocale(event.title, locale)} <b className="nw">{event.effects.length === 1 ? value : null}</b>
            <small>
              {event.knownWindow
                ? t('why.knownOn', { day: spellPartial(event.knownWindow.nominal, locale) })
                : null}
            </small>
          </div>
          <span className="cite">{cite(event.sources[0])}</span>
        </li>
        {behind.map(({ verb, event: link }) => (
          <li key={`${verb} ${link.id}`}>
            <i />
            <span className="vb">{t(`why.verb.${verb}`)}</span>
            <div>
              <a className="quiet" href={eventHref(locale, link.id)}>
                {inLocale(link.title, locale)}
              </a>
              <small>
                {link.knownWindow
                  ? t('why.knownOn', { day: spellPartial(link.knownWindow.nominal, locale) })
                  : null}
              </small>
            </div>
            <span className="cite">{cite(link.sources[0])}</span>
          </li>
        ))}
        {named.map(({ type, to }) => (
          <li key={`${type} ${to}`}>
            <i />
            <span className="vb">{t(`why.verb.${type}`)}</span>
            <div>
              <a className="quiet" href={eventHref(locale, to)}>
                {titleOf(to) ?? to}
              </a>
            </div>
          </li>
        ))}
        {conflicts.map(({ event: link }) => (
          <li key={link.id} className="later">
            <i />
            <span className="vb">{t('why.verb.OTHER_ACCOUNT')}</span>
            <div>
              <a className="quiet" href={eventHref(locale, link.id)}>
                {inLocale(link.title, locale)}
              </a>
            </div>
            <span className="cite">{cite(link.sources[0])}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The pin-point where there is one, else who printed it. */
const cite = (source: WireSource | undefined): string => source?.where ?? source?.publisher ?? '';

function dedupe<Link extends { readonly event: { readonly id: string } }>(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [link.event.id, link])).values()];
}
