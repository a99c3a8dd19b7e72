import { eventType } from '@policy-timeline/domain';
import { columnDate, spellPartial } from '@/language/format-day';
import { fullValue, inLocale } from '@/language/format-value';
import { eventHref, href, partnerHref, subjectHref, timelineHref } from '@/language/href';
import { asValue } from '@/lib/value-text';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { SourceTable } from '@/ui/source-table';
import { StatusMark } from '@/ui/status-mark';
import { TableTools } from '@/ui/table-tools';
import { TwoClockPlane } from '@/ui/two-clock-plane';
import { EventChain } from './event-chain';
import type { EventReportProps } from './event-report-props';
import { FourDates } from './four-dates';

/** One event: its four dates, why it came and what it changed, its sources, and its answers on both clocks. */
export function EventReport(props: EventReportProps) {
  const { event, readings, nameParty, plane, locale, t } = props;
  const title = inLocale(event.title, locale);
  const other = locale === 'ja' ? event.title.en : event.title.ja;
  const mine = readings.find(({ decidedBy }) => decidedBy?.id === event.id);
  const retroactive = mine?.retroactiveDays ?? 0;
  const official = event.sources.filter(({ kind }) => kind === 'OFFICIAL').length;
  const main = event.effects[0];
  const family = eventType(event.type)?.family.title;
  const { standing } = props;
  const others = readings
    .flatMap(({ insteadOf }) => insteadOf)
    .filter(({ event: link }) => link.id !== standing?.endedBy?.id);
  return (
    <>
      <p className="crumb">
        <a href={href(locale, '/')}>{t('nav.timeline')}</a>
        <span className="sep">›</span>
        {main ? (
          <a href={subjectHref(locale, main.slot.split('#')[0] ?? main.slot)}>{props.slotTitle(main.slot)}</a>
        ) : (
          event.stream
        )}
        <span className="sep">·</span>
        {t('pages.event.position', { position: event.position })}
      </p>
      <h1 className="title">{title}</h1>
      {other !== title ? (
        <p className="title-en" lang={locale === 'ja' ? 'en' : 'ja'}>
          {other}
        </p>
      ) : null}
      <p className="lede">{inLocale(event.summary, locale)}</p>
      <p className="meta">
        {standing ? (
          <span className="word" data-testid="standing" data-status={standing.status}>
            <StatusMark status={standing.status} word="" />
            {t(`status.${standing.status}`)}
          </span>
        ) : (
          <span className="q">{t(`pages.modality.${event.modality}`)}</span>
        )}
        {retroactive > 0 ? (
          <span className="kchip">
            <svg className="i wide" aria-hidden="true">
              <use href="#i-retro" />
            </svg>
            {t('list.retro', { days: retroactive })}
          </span>
        ) : null}
        <span className="q s12">
          {t('pages.event.official', { count: official, all: event.sources.length })}
        </span>
        {event.projects ? null : <span className="kn s12">{t('pages.event.replaced')}</span>}
      </p>
      <div className="two">
        <div>
          <FourDates event={event} decidesUntil={props.decidesUntil} locale={locale} t={t} />
          <EventChain {...props} />
          {others.length > 0 ? (
            <section className="blk">
              <h2 className="sec">{t('pages.event.notApplied')}</h2>
              <ul className="list-links">
                {others.map(({ verb, event: link }) => (
                  <li key={`${verb} ${link.id}`}>
                    <span className="q s12">{t(`why.verb.${verb}`)}</span>
                    <span>
                      <a className="quiet" href={eventHref(locale, link.id)}>
                        {inLocale(link.title, locale)}
                      </a>
                      {link.knownWindow ? (
                        <small>
                          {t('why.knownOn', { day: spellPartial(link.knownWindow.nominal, locale) })}
                        </small>
                      ) : null}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section className="blk">
            <h2 className="sec">{t('why.sources')}</h2>
            <SourceTable id="sources" sources={event.sources} locale={locale} t={t} />
          </section>
        </div>
        <aside className="side">
          {plane ? (
            <>
              <h2 className="sec">{t('pages.plane.title')}</h2>
              <TwoClockPlane plane={plane} event={event.id} locale={locale} t={t} />
            </>
          ) : null}
          <dl className={plane ? 'kv ruled' : 'kv'}>
            <dt>{t('pages.event.kind')}</dt>
            <dd>
              {family ? inLocale(family, locale) : event.family} <code className="q s11">{event.type}</code>
            </dd>
            {event.effects.length > 0 ? (
              <>
                <dt>{t('pages.event.effects')}</dt>
                <dd>
                  <ul>
                    {event.effects.slice(0, 8).map((effect) => (
                      <li key={`${effect.act} ${effect.slot}`}>
                        {t(`append.acts.${effect.act}`)}{' '}
                        <a href={subjectHref(locale, effect.slot.split('#')[0] ?? effect.slot)}>
                          {props.slotTitle(effect.slot)}
                        </a>{' '}
                        <b>{fullValue(asValue(effect.value), locale, t)}</b>
                      </li>
                    ))}
                    {event.effects.length > 8 ? (
                      <li className="q">{t('changes.more', { count: event.effects.length - 8 })}</li>
                    ) : null}
                  </ul>
                </dd>
              </>
            ) : null}
            {event.targets.length > 0 ? (
              <>
                <dt>{t('pages.event.targets')}</dt>
                <dd>
                  {event.targets.map((id, i) => (
                    <span key={id}>
                      {i > 0 ? (locale === 'ja' ? '、' : ', ') : ''}
                      {id === '*' ? nameParty(id) : <a href={partnerHref(locale, id)}>{nameParty(id)}</a>}
                    </span>
                  ))}
                </dd>
              </>
            ) : null}
            <dt>{t('pages.event.direction')}</dt>
            <dd>
              {event.direction === 'TIGHTENING' ? (
                <span className="up">▲ {t('append.directions.TIGHTENING')}</span>
              ) : event.direction === 'EASING' ? (
                <span className="dn">▼ {t('append.directions.EASING')}</span>
              ) : (
                t('append.directions.NEITHER')
              )}
            </dd>
            <dt>{t('pages.event.corrected')}</dt>
            <dd className={event.correctedAt === null ? 'q' : 'kn'}>
              {event.correctedAt === null
                ? t('pages.none')
                : t('pages.event.position', { position: event.correctedAt })}
            </dd>
            {event.inferred.length > 0 ? (
              <>
                <dt>{t('pages.event.inferred')}</dt>
                <dd>{event.inferred.join(', ')}</dd>
              </>
            ) : null}
          </dl>
          {event.note ? <EditorsNote note={event.note} locale={locale} t={t} /> : null}
          <p className="actions">
            <a
              className="btn"
              href={timelineHref(locale, {
                date:
                  event.effective.from.date && /^\d{4}-\d{2}-\d{2}$/.test(event.effective.from.date)
                    ? event.effective.from.date
                    : event.knownWindow?.nominal,
                slot: main?.slot,
              })}
            >
              {t('pages.event.onTimeline')}
              <Icon name="next" />
            </a>
            <a className="btn" href={href(locale, '/admin', { do: 'correct', target: event.id })}>
              {t('pages.event.correct')}
            </a>
          </p>
        </aside>
      </div>
      <Foot note={t('pages.foot.days')}>
        <TableTools
          table="sources"
          file={`event-${event.id}`}
          citation={`policy-timeline: ${title} (${[
            event.sources[0] ? inLocale(event.sources[0].title, locale) : '',
            event.knownWindow ? columnDate(event.knownWindow.nominal, locale) : '',
          ]
            .filter(Boolean)
            .join(', ')}).`}
        />
      </Foot>
    </>
  );
}

/** Notes of the record are kept in English: there as they are, elsewhere one press away and marked as English. */
function EditorsNote({
  note,
  locale,
  t,
}: { readonly note: string } & Pick<EventReportProps, 'locale' | 't'>) {
  return locale === 'en' ? (
    <p className="note editors">
      <b>{t('pages.event.note')}</b> {note}
    </p>
  ) : (
    <details className="more-table editors">
      <summary>{t('pages.event.noteEn')}</summary>
      <p className="note" lang="en">
        {note}
      </p>
    </details>
  );
}
