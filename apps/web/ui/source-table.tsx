import { inReading } from '@/language/both-readings';
import { columnDate } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { WireSource } from '@/lib/wire-value';
import { Icon } from './icon';
import { ScrollRegion } from './scroll-region';

/** Where it is taken from: official documents are ticked. */
export function SourceTable({
  id,
  sources,
  locale,
  t,
}: {
  readonly id: string;
  readonly sources: readonly WireSource[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <ScrollRegion label={t('why.sources')}>
      <table className="tbl by-rows" id={id}>
        <caption className="vh">{t('pages.event.sourcesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('append.source')}</th>
            <th scope="col">{t('append.sourceKind')}</th>
            <th scope="col">{t('append.sourceDate')}</th>
            <th scope="col">{t('pages.event.where')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={`${source.id} ${source.where ?? ''}`}>
              <th scope="row">
                {source.url && /^https?:/.test(source.url) ? (
                  <a href={source.url} rel="noreferrer">
                    {inLocale(source.title, locale)}
                  </a>
                ) : (
                  inLocale(source.title, locale)
                )}
                <div className="q s12">
                  {[source.author, source.publisher]
                    .flatMap((name) => (name ? [inReading(name, locale)] : []))
                    .join(locale === 'ja' ? '、' : ', ')}
                </div>
              </th>
              <td className="nw">
                <span className="word">
                  {source.kind === 'OFFICIAL' ? <Icon name="check" /> : null}
                  {t(`append.sourceKinds.${source.kind}`)}
                </span>
              </td>
              <td className="num">{columnDate(source.date, locale)}</td>
              <td className="line">{source.where ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
