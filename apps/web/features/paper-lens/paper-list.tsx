import { inReading } from '@/language/both-readings';
import { columnDate } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { href } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Foot } from '@/ui/foot';
import { ScrollRegion } from '@/ui/scroll-region';
import { TableTools } from '@/ui/table-tools';
import type { PaperRow } from './paper-query';

/** Every paper of the record, with what became of what it expected. */
export function PaperList({
  papers,
  locale,
  t,
}: {
  readonly papers: readonly PaperRow[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const expected = papers.reduce((sum, { expectedCounts }) => sum + expectedCounts.total, 0);
  return (
    <>
      <p className="crumb">{t('nav.papers')}</p>
      <h1 className="title">{t('pages.papers.title', { count: papers.length, expected })}</h1>
      <p className="lede">{t('pages.papers.lede')}</p>
      <div className="blk">
        <ScrollRegion label={t('nav.papers')}>
          <table className="tbl by-rows" id="papers">
            <caption className="vh">{t('nav.papers')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('pages.papers.date')}</th>
                <th scope="col">{t('pages.papers.paper')}</th>
                <th scope="col" className="r">
                  {t('pages.papers.events')}
                </th>
                <th scope="col" className="r">
                  {t('pages.papers.expected')}
                </th>
                <th scope="col" className="r">
                  {t('pages.paper.fate.KEPT')}
                </th>
                <th scope="col" className="r">
                  {t('pages.paper.fate.MOVED')}
                </th>
                <th scope="col" className="r">
                  {t('pages.paper.fate.LAPSED')}
                </th>
                <th scope="col" className="r">
                  {t('pages.paper.fate.UNKNOWN')}
                </th>
                <th scope="col" className="r">
                  {t('pages.paper.fate.OPEN')}
                </th>
              </tr>
            </thead>
            <tbody>
              {papers.map(({ id, source, eventCount, expectedCounts: counts }) => (
                <tr key={id} data-testid="paper-row">
                  <td className="num">{columnDate(source.date, locale)}</td>
                  <th scope="row">
                    <a href={href(locale, `/paper/${source.id.replace(/^paper-/, '')}`)}>
                      {inLocale(source.title, locale)}
                    </a>
                    <div className="q s12">
                      {[source.author, source.publisher]
                        .flatMap((name) => (name ? [inReading(name, locale)] : []))
                        .join(locale === 'ja' ? '、' : ', ')}
                    </div>
                  </th>
                  <td className="r num" data-label={t('pages.papers.events')}>
                    {eventCount}
                  </td>
                  <td className="r num" data-label={t('pages.papers.expected')}>
                    {counts.total}
                  </td>
                  <td className="r num" data-label={t('pages.paper.fate.KEPT')}>
                    {counts.kept}
                  </td>
                  <td className="r num" data-label={t('pages.paper.fate.MOVED')}>
                    {counts.extended + counts.broughtForward + counts.superseded}
                  </td>
                  <td className="r num" data-label={t('pages.paper.fate.LAPSED')}>
                    {counts.lapsed}
                  </td>
                  <td className="r num" data-label={t('pages.paper.fate.UNKNOWN')}>
                    {counts.unknown}
                  </td>
                  <td className="r num" data-label={t('pages.paper.fate.OPEN')}>
                    {counts.open}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </div>
      <Foot note={t('pages.papers.foot')}>
        <TableTools table="papers" file="papers" citation={`policy-timeline: ${t('nav.papers')}.`} />
      </Foot>
    </>
  );
}
