import { families } from '@policy-timeline/domain';
import { columnDate, spellPartial } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { eventHref, href, partnerHref, subjectHref, timelineHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { Lane } from '@/timeline/lanes';
import type { Span } from '@/timeline/scrub-range';
import type { ClockPlane } from '@/timeline/two-clocks';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { ReadingTable } from '@/ui/reading-table';
import { TableTools } from '@/ui/table-tools';
import { TwoClockPlane } from '@/ui/two-clock-plane';
import { HeldBars } from './held-bars';
import type { SubjectData } from './subject-query';

interface Props {
  readonly subject: SubjectData;
  readonly lanes: readonly Lane[];
  readonly span: Span | null;
  readonly plane: ClockPlane | null;
  readonly locale: Locale;
  readonly t: Translate;
}

/** One instrument, body, office or negotiation: what it reads now, when it held, and every event of its history. */
export function SubjectReport({ subject, lanes, span, plane, locale, t }: Props) {
  const title = inLocale(subject.title, locale);
  const family = families.find((one) => one.family === subject.family)?.title;
  const comma = locale === 'ja' ? '、' : ', ';
  return (
    <>
      <p className="crumb">
        <a href={href(locale, '/')}>{t('nav.timeline')}</a>
        <span className="sep">›</span>
        {family ? inLocale(family, locale) : subject.family}
        <span className="sep">›</span>
        <code>{subject.id}</code>
      </p>
      <h1 className="title">{title}</h1>
      <div className="two">
        <div>
          <section>
            <h2 className="sec">{t('pages.subject.now')}</h2>
            {subject.readings.length > 0 ? (
              <ReadingTable
                id="readings"
                label={t('pages.subject.now')}
                readings={subject.readings}
                locale={locale}
                t={t}
              />
            ) : (
              <p className="note">{t('list.empty')}</p>
            )}
          </section>
          {span && lanes.length > 0 ? <HeldBars lanes={lanes} span={span} locale={locale} t={t} /> : null}
          {subject.parts.length > 0 ? (
            <section className="blk">
              <h2 className="sec">{t('pages.subject.parts')}</h2>
              <p className="chips">
                {subject.parts.map((part) => (
                  <a key={part.id} className="chip" href={subjectHref(locale, part.id)}>
                    {inLocale(part.title, locale)}
                  </a>
                ))}
              </p>
            </section>
          ) : null}
          <section className="blk">
            <h2 className="sec">{t('pages.subject.history', { count: subject.events.length })}</h2>
            <ol className="list-links" data-testid="subject-events">
              {[...subject.events].reverse().map((event) => (
                <li key={event.id}>
                  <span className="num">
                    {event.effective.from.date
                      ? columnDate(event.effective.from.date, locale)
                      : t('upcoming.noDate')}
                  </span>
                  <span>
                    <a className="quiet" href={eventHref(locale, event.id)}>
                      {inLocale(event.title, locale)}
                    </a>
                    <small>
                      {event.knownWindow
                        ? t('why.knownOn', { day: spellPartial(event.knownWindow.nominal, locale) })
                        : ''}
                      {event.modality === 'FACT' ? '' : `・${t(`pages.modality.${event.modality}`)}`}
                    </small>
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </div>
        <aside className="side">
          {plane ? (
            <>
              <h2 className="sec">{t('pages.plane.title')}</h2>
              <TwoClockPlane plane={plane} event={null} locale={locale} t={t} />
            </>
          ) : null}
          <dl className={plane ? 'kv ruled' : 'kv'}>
            <dt>{t('pages.subject.family')}</dt>
            <dd>{family ? inLocale(family, locale) : subject.family}</dd>
            <dt>{t('pages.subject.authorities')}</dt>
            <dd>{subject.authorityParties.map(({ name }) => inLocale(name, locale)).join(comma) || '—'}</dd>
            <dt>{t('pages.subject.partners')}</dt>
            <dd>
              {subject.partnerParties.slice(0, 30).map(({ id, name }, i) => (
                <span key={id}>
                  {i > 0 ? comma : ''}
                  {id === '*' ? (
                    inLocale(name, locale)
                  ) : (
                    <a href={partnerHref(locale, id)}>{inLocale(name, locale)}</a>
                  )}
                </span>
              ))}
              {subject.partnerParties.length === 0 ? '—' : null}
            </dd>
            <dt>{t('pages.subject.coverage')}</dt>
            <dd>
              {subject.coverage?.coveredThrough ?? '—'}{' '}
              {subject.coverage ? (
                <span className="q">{inLocale(subject.coverage.title, locale)}</span>
              ) : null}
            </dd>
            {subject.revision === null ? null : (
              <>
                <dt>{t('pages.subject.revision')}</dt>
                <dd className="num">{subject.revision}</dd>
              </>
            )}
          </dl>
          <p className="actions">
            <a className="btn" href={timelineHref(locale, { slot: subject.slots[0] })}>
              {t('pages.event.onTimeline')}
              <Icon name="next" />
            </a>
          </p>
        </aside>
      </div>
      <Foot note={t('pages.foot.days')}>
        <TableTools
          table={lanes.length > 0 ? 'held' : 'readings'}
          file={`subject-${subject.id.replaceAll('/', '-')}`}
          citation={`policy-timeline: ${title} (${subject.id}).`}
        />
      </Foot>
    </>
  );
}
