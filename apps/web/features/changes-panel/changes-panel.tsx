'use client';
import { formatDay } from '@policy-timeline/domain';
import { answerOf } from '@/language/answer';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { useScrub } from '@/timeline/scrub-context';
import { StatusMark } from '@/ui/status-mark';

const SHOWN = 60;

/** What reads otherwise than thirty days before: kind, before → after, the event; a press goes there. */
export function ChangesPanel() {
  const { locale, t } = useLanguage();
  const { view, goTo, select, stepChange } = useScrub();
  const { changes } = view;
  return (
    <section className="pane pane-changes" aria-labelledby="changes-title">
      <div className="ph">
        <h2 id="changes-title">{t('changes.title')}</h2>
        <span className="q num">{changes.length}</span>
      </div>
      {changes.length === 0 ? (
        <p className="empty">
          {t('changes.empty')}
          <br />
          <button type="button" className="linkish" onClick={() => stepChange(-1)}>
            {t('changes.previous')}
          </button>
        </p>
      ) : (
        <ol className="change-list">
          {changes.slice(0, SHOWN).map((change) => {
            const { who, what } = nameSlot(view.names[change.slot], locale, t);
            const arrow =
              change.event?.direction === 'TIGHTENING'
                ? '▲'
                : change.event?.direction === 'EASING'
                  ? '▼'
                  : '';
            return (
              <li key={change.slot}>
                <button
                  type="button"
                  className="change"
                  data-testid="change-row"
                  data-slot={change.slot}
                  data-kind={change.kind}
                  onClick={() => {
                    select(change.slot);
                    if (change.day !== null) goTo(change.day);
                  }}
                >
                  <span className="dd num">
                    {change.day === null ? t('changes.undated') : formatDay(change.day)}
                  </span>
                  <span className="body">
                    <span className="line">
                      <b>{who}</b>
                      <small>{what}</small>
                    </span>
                    <span className="line q2">
                      <StatusMark status={change.before.status} word={t(`status.${change.before.status}`)} />
                      <span className="from">{answerOf(change.before, locale, t)}</span>
                      <span aria-hidden="true">→</span>
                      <StatusMark
                        status={change.after.status}
                        projected={change.after.projected}
                        word={t(`status.${change.after.status}`)}
                      />
                      <span className="to">{answerOf(change.after, locale, t)}</span>
                    </span>
                    {change.event ? (
                      <small className="line">{inLocale(change.event.title, locale)}</small>
                    ) : null}
                  </span>
                  <span className={arrow === '▲' ? 'kind up' : arrow === '▼' ? 'kind dn' : 'kind'}>
                    {arrow} {t(`changes.kind.${change.kind}`)}
                  </span>
                </button>
              </li>
            );
          })}
          {changes.length > SHOWN ? (
            <li className="more q">{t('changes.more', { count: changes.length - SHOWN })}</li>
          ) : null}
        </ol>
      )}
    </section>
  );
}
