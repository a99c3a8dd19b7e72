'use client';
import { formatDay } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { useAnswer } from '@/lib/use-answer';
import type { Place } from '@/timeline/knowledge';
import { BorderLine } from './border-line';
import { type ReasonReading, reasonQuery } from './reason-query';
import { SourceLine } from './source-line';

interface ChainProps {
  readonly subject: string;
  readonly slot: string;
  readonly place: Place;
  /** A new position asks again. */
  readonly position: number;
  /** Ask nothing yet: a hand holds the thumb. */
  readonly waits: boolean;
}

/** The chain behind the decision, asked of the server; what the pack told stays above it whatever happens here. */
export function ReasonChain({ subject, slot, place, position, waits }: ChainProps) {
  const { t } = useLanguage();
  const variables = {
    date: formatDay(place.date),
    knownAt: place.knowledge.mode === 'fixed' ? formatDay(place.knowledge.day) : null,
    asLived: place.knowledge.mode === 'lived',
    subjects: [subject],
  };
  const { data, fault, asking, again } = useAnswer(reasonQuery, variables, {
    key: JSON.stringify(['reasons', variables, position]),
    waits,
  });
  const reading = data?.stateAsOf.readings.edges.find(({ node }) => node.slot === slot)?.node;
  const border = data?.border.readings.edges.find(({ node }) => node.slot === slot)?.node;
  return (
    <div className="why-more" aria-busy={asking}>
      {reading && border ? <BorderLine law={reading} border={border} /> : null}
      {reading ? <Links reading={reading} /> : asking ? <p className="hint q">{t('why.loading')}</p> : null}
      {fault ? (
        <p className="hint warn" role="status">
          {fault.code === null && !navigator.onLine
            ? t('why.offline')
            : t('why.failed', { reason: fault.code ?? t('scrub.noAnswer') })}{' '}
          <button type="button" className="linkish" onClick={again}>
            {t('why.retry')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Links({ reading }: { readonly reading: ReasonReading }) {
  const { locale, t } = useLanguage();
  const behind = reading.because.filter(({ verb }) => verb !== 'DECIDED_BY');
  return (
    <>
      {behind.length > 0 ? (
        <ol className="why">
          {behind.map(({ verb, event }) => (
            <li key={event.id}>
              <i />
              <span className="vb">{t(`why.verb.${verb}`)}</span>
              <div>
                {inLocale(event.title, locale)}
                {event.sources[0] ? <SourceLine source={event.sources[0]} /> : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {reading.insteadOf.length > 0 ? (
        <>
          <h3 className="sub">{t('why.instead')}</h3>
          <ol className="why">
            {reading.insteadOf.map(({ verb, event }) => (
              <li key={event.id} className="later">
                <i />
                <span className="vb">{t(`why.verb.${verb}`)}</span>
                <div>
                  {inLocale(event.title, locale)}
                  <small>
                    {event.knownWindow ? t('why.knownOn', { day: event.knownWindow.nominal }) : null}
                  </small>
                </div>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {reading.conflicts.length > 0 ? (
        <>
          <h3 className="sub">{t('why.conflicts')}</h3>
          <ol className="why">
            {reading.conflicts.map((event) => (
              <li key={event.id}>
                <i />
                <span className="vb">{t('why.verb.CONTRADICTS')}</span>
                <div>
                  {inLocale(event.title, locale)}
                  {event.sources[0] ? <SourceLine source={event.sources[0]} /> : null}
                </div>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}
