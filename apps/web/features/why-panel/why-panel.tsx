'use client';
import { formatDay } from '@policy-timeline/domain';
import dynamic from 'next/dynamic';
import { answerOf } from '@/language/answer';
import { columnDate } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import type { Locale } from '@/language/locale';
import { nameSlot } from '@/language/name-slot';
import type { Translate } from '@/language/translate';
import type { LocalReason } from '@/timeline/local-reason';
import { useScrub } from '@/timeline/scrub-context';
import { viewBorder } from '@/timeline/scrub-view';
import { LaterLines, NotAppliedLines } from './other-answers';
import { SourceLine } from './source-line';

const ReasonChain = dynamic(() => import('./reason-chain').then((module) => module.ReasonChain), {
  ssr: false,
});

/** Why the selected row reads so: the deciding act at once from the pack, then the chain behind it from the server. */
export function WhyPanel() {
  const { locale, t } = useLanguage();
  const { view, reader, store } = useScrub();
  const { reason, place } = view;
  const name = reason ? nameSlot(view.names[reason.slot], locale, t) : null;
  return (
    <section
      className="pane-why"
      aria-labelledby="why-title"
      data-testid="why-panel"
      data-slot={reason?.slot ?? ''}
      id="why"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it
      tabIndex={0}
    >
      <div className="ph">
        <h2 id="why-title">{name ? t('why.titleOf', { who: name.who }) : t('why.title')}</h2>
        {reason ? <span className="end q nw ell">{answerOf(reason.reading, locale, t)}</span> : null}
      </div>
      {reason ? (
        <>
          {name?.what ? <p className="why-what q">{name.what}</p> : null}
          {reason.event ? (
            <ol className="why">
              <Decision reason={reason} locale={locale} t={t} />
            </ol>
          ) : (
            <p className="empty q">{t('why.noDecision')}</p>
          )}
          {reason.reading.projected && reason.laterKnown.length === 0 ? (
            <p className="cutline">{t('why.projected', { day: formatDay(viewBorder(view)) })}</p>
          ) : null}
          <LaterLines reason={reason} border={viewBorder(view)} />
          {reader && reason.event ? (
            <ReasonChain
              key={reason.slot}
              subject={reason.subject}
              slot={reason.slot}
              place={place}
              position={view.frame.position}
              waits={store.held}
            />
          ) : null}
          <NotAppliedLines rows={reason.notApplied} />
        </>
      ) : (
        <p className="empty q">{t('why.none')}</p>
      )}
    </section>
  );
}

function Decision({
  reason,
  locale,
  t,
}: {
  readonly reason: LocalReason;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { event, reading, known, sources } = reason;
  if (!event) return null;
  return (
    <li className="dec">
      <i />
      <span className="vb">{t('why.verb.DECIDED_BY')}</span>
      <div>
        {inLocale(event.title, locale)} <b>{fullValue(reading.value, locale, t)}</b>
        <small>
          {[
            stretch(reading.validFrom, reading.validUntil, locale, t),
            known === null ? '' : t('why.knownOn', { day: formatDay(known) }),
            reason.noticeDays === null ? '' : t('why.notice', { days: reason.noticeDays }),
            (reading.retroactiveDays ?? 0) > 0
              ? `⟲ ${t('list.retro', { days: reading.retroactiveDays ?? 0 })}`
              : '',
          ]
            .filter((part) => part !== '')
            .map((part, i) => (
              <span key={part}>
                {i > 0 ? (locale === 'ja' ? '・' : ' · ') : ''}
                <span className="nw">{part}</span>
              </span>
            ))}
        </small>
        {sources.map((source) => (
          <SourceLine key={`${source.id} ${source.where ?? ''}`} source={source} />
        ))}
      </div>
    </li>
  );
}

function stretch(from: string | null, until: string | null, locale: Locale, t: Translate): string {
  if (from !== null && until !== null)
    return t('why.fromUntil', { from: columnDate(from, locale), until: columnDate(until, locale) });
  if (from !== null) return t('why.from', { from: columnDate(from, locale) });
  return until === null ? t('list.noStart') : t('why.until', { until: columnDate(until, locale) });
}
