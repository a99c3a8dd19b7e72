import { families } from '@policy-timeline/domain';
import { spellDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { href } from '@/language/href';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { FIRST_ROWS } from '@/ui/first-rows';
import { Foot } from '@/ui/foot';
import { RowFold } from '@/ui/row-fold';
import { TableTools } from '@/ui/table-tools';
import { Unbroken } from '@/ui/unbroken';
import type { CompareData, CompareRow } from './compare-query';
import { CompareTable } from './compare-table';
import { type ComparedView, isoOrNone, KINDS } from './compared-view';
import { ViewCard } from './view-card';
import { ViewFields } from './view-fields';

interface Props {
  readonly a: ComparedView;
  readonly b: ComparedView;
  readonly family: string | null;
  readonly partner: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly data: CompareData;
  /** Rows of every page that was asked for. */
  readonly rows: readonly CompareRow[];
  readonly locale: Locale;
  readonly t: Translate;
}

/** The same question at two places of the two clocks: counts side by side, then what differs, by why it differs. */
export function CompareReport({ a, b, family, partner, partners, data, rows, locale, t }: Props) {
  const { counts, totalCount } = data.diff;
  const countOf = {
    WORLD: counts.world,
    PLAN: counts.plan,
    LEARNED: counts.learned,
    CORRECTED: counts.corrected,
  };
  const title =
    a.date === b.date
      ? t('pages.compare.titleKnown', { count: totalCount, day: spellDay(a.date, locale) })
      : t('pages.compare.title', {
          count: totalCount,
          a: spellDay(a.date, locale),
          b: spellDay(b.date, locale),
        });
  const swapped = href(locale, '/compare', {
    a: isoOrNone(b.date),
    ka: isoOrNone(b.known),
    b: isoOrNone(a.date),
    kb: isoOrNone(a.known),
    family,
    partner,
  });
  return (
    <>
      <p className="crumb">{t('pages.compare.crumb')}</p>
      <h1 className="title" data-testid="compare-title">
        <Unbroken>{totalCount === 0 ? t('pages.compare.same') : title}</Unbroken>
      </h1>
      <form className="card ask cmp" action="/compare" method="get">
        <input type="hidden" name="lang" value={locale} />
        <ViewFields name="a" view={a} t={t} />
        <a className="btn" href={swapped} style={{ marginLeft: 0 }}>
          {t('pages.compare.swap')}
        </a>
        <ViewFields name="b" view={b} t={t} />
        <label className="say">
          <span className="vh">{t('pages.subject.family')}</span>
          <select className="in" name="family" defaultValue={family ?? ''}>
            <option value="">{t('pages.compare.allFamilies')}</option>
            {families.map((one) => (
              <option key={one.family} value={one.family}>
                {inLocale(one.title, locale)}
              </option>
            ))}
          </select>
        </label>
        <label className="say">
          <span className="vh">{t('pages.subject.partners')}</span>
          <select className="in" name="partner" defaultValue={partner}>
            <option value="">{t('pages.compare.allPartners')}</option>
            {partners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn primary">
          {t('pages.compare.show')}
        </button>
      </form>
      <div className="pair blk">
        <ViewCard label="A" view={a} counts={data.a.counts} locale={locale} t={t} />
        <ViewCard label="B" view={b} counts={data.b.counts} locale={locale} t={t} />
      </div>
      <div className="kinds blk">
        {KINDS.map((kind) => (
          <div key={kind} className={countOf[kind] > 0 ? 'on' : ''} data-testid={`count-${kind}`}>
            <a href={`#${kind}`}>
              <b className="num">{countOf[kind]}</b>
              {t(`append.kinds.${kind}`)}
            </a>
          </div>
        ))}
      </div>
      {totalCount === 0 ? <p className="empty-state">{t('pages.compare.sameHint')}</p> : null}
      {KINDS.map((kind) => {
        const ofKind = rows.filter((row) => row.kind === kind);
        return ofKind.length === 0 ? null : (
          <section key={kind} className="blk" id={kind}>
            <div className="sec-row">
              <h2 className="sec">{t(`append.kinds.${kind}`)}</h2>
              <span className="q s12">{t(`pages.compare.means.${kind}`)}</span>
            </div>
            <RowFold
              rows={ofKind.length}
              more={t('pages.compare.more', { count: ofKind.length - FIRST_ROWS })}
            >
              <CompareTable
                id={`compare-${kind}`}
                label={t(`append.kinds.${kind}`)}
                rows={ofKind}
                locale={locale}
                t={t}
              />
            </RowFold>
          </section>
        );
      })}
      {rows.length < totalCount ? (
        <p className="note blk">{t('changes.more', { count: totalCount - rows.length })}</p>
      ) : null}
      <Foot note={t('pages.foot.days')}>
        <TableTools
          table={`compare-${rows[0]?.kind ?? 'WORLD'}`}
          file={`compare-${isoOrNone(a.date)}-${isoOrNone(b.date)}`}
          citation={`policy-timeline: ${title}.`}
        />
      </Foot>
    </>
  );
}
