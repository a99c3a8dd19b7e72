import { SOURCE_KINDS, STATUSES } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { PageFrame } from '@/app/page-frame';
import { coverageQuery } from '@/features/coverage-report/coverage-query';
import { CoverageTable } from '@/features/coverage-report/coverage-table';
import { spellDay } from '@/language/format-day';
import { figure } from '@/language/format-value';
import { pageLanguage } from '@/language/request-language';
import { askServer } from '@/lib/ask-server';
import { serverPack } from '@/timeline/server-pack';
import { CopyCitation } from '@/ui/copy-button';
import { Foot } from '@/ui/foot';
import { StatusMark } from '@/ui/status-mark';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: `${t('about.title')} — policy-timeline` };
}

/** How the record is made and read: two times, three modes, the marks, what is not known, how far it reaches, how to cite it. */
export default async function AboutPage() {
  const { locale, t } = await pageLanguage();
  const [asked, loaded] = await Promise.all([askServer(coverageQuery, {}), serverPack()]);
  const reader = loaded.ok ? loaded.reader : null;
  const pack = reader?.pack ?? null;
  const kinds = SOURCE_KINDS.map((kind) => ({
    kind,
    count: new Set(pack?.sources.filter((source) => source.kind === kind).map(({ id }) => id)).size,
  }));
  return (
    <PageFrame current="about" path="/about">
      <h1 className="title">{t('about.title')}</h1>
      <p className="lede">{t('pages.about.lede')}</p>
      <div className="two">
        <div className="prose">
          <h2 className="sec">{t('about.modes')}</h2>
          <p>{t('about.modesBody')}</p>
          <h2 className="sec">{t('about.unknown')}</h2>
          <p>{t('about.unknownBody')}</p>
          <h2 className="sec">{t('about.days')}</h2>
          <p>{t('about.daysBody')}</p>
          <h2 className="sec">{t('pages.about.method')}</h2>
          <p>{t('pages.about.methodBody')}</p>
          <h2 className="sec">{t('pages.about.coverage')}</h2>
          <p>{t('pages.about.coverageBody')}</p>
          {asked.ok ? (
            <CoverageTable rows={asked.data.coverage} locale={locale} t={t} />
          ) : (
            <p className="fault" role="alert">
              {t('error.title')}
            </p>
          )}
          <h2 className="sec">{t('pages.about.cite')}</h2>
          <p>{t('pages.about.citeBody')}</p>
          <h2 className="sec">{t('pages.about.data')}</h2>
          <p>{t('pages.about.dataBody')}</p>
          <h2 className="sec">{t('pages.about.licence')}</h2>
          <p>{t('pages.about.licenceBody')}</p>
        </div>
        <aside className="side">
          <h2 className="sec">{t('about.marks')}</h2>
          <ul className="mark-list column">
            {STATUSES.filter((name) => name !== 'NOT_IN_FORCE').map((name) => (
              <li key={name}>
                <StatusMark status={name} word="" /> {t(`status.${name}`)}
              </li>
            ))}
          </ul>
          {reader ? (
            <>
              <h2 className="sec blk">{t('pages.about.record')}</h2>
              <dl className="kv">
                <dt>{t('pages.about.events')}</dt>
                <dd className="num">{figure(reader.pack.events.length)}</dd>
                <dt>{t('pages.about.newest')}</dt>
                <dd className="num">{spellDay(reader.newestKnown, locale)}</dd>
                <dt>{t('pages.about.logPosition')}</dt>
                <dd className="num">{figure(reader.pack.position)}</dd>
                <dt>{t('pages.about.sources')}</dt>
                <dd>
                  {t('list.count', { count: kinds.reduce((sum, { count }) => sum + count, 0) })}
                  <ul className="q s12">
                    {kinds
                      .filter(({ count }) => count > 0)
                      .map(({ kind, count }) => (
                        <li key={kind}>
                          {t(`append.sourceKinds.${kind}`)} <span className="num">{count}</span>
                        </li>
                      ))}
                  </ul>
                </dd>
              </dl>
            </>
          ) : null}
        </aside>
      </div>
      <Foot note={t('pages.foot.days')}>
        <span className="tools">
          <CopyCitation citation={`policy-timeline (${t('app.title')}).`} />
        </span>
      </Foot>
    </PageFrame>
  );
}
