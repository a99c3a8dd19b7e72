import { type Day, formatDay, parseDay } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { type CompareData, type CompareRow, compareQuery } from '@/features/compare-views/compare-query';
import { CompareReport } from '@/features/compare-views/compare-report';
import { knownFamily } from '@/features/compare-views/compared-view';
import { pageLanguage } from '@/language/request-language';
import { type Asked, askServer, faultOfPack } from '@/lib/ask-server';
import { askedDay } from '@/timeline/asked-day';
import { partyNames } from '@/timeline/party-names';
import { serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The API answers at most 200 rows at once; a page shows this many times that. */
const PAGE = 200;
const MOST_PAGES = 3;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: `${t('pages.compare.crumb')} — policy-timeline` };
}

/** Two views side by side. */
export default async function ComparePage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale, t } = await pageLanguage();
  const given = await searchParams;
  const loaded = await serverPack();
  if (!loaded.ok)
    return (
      <PageFrame current="none" path="/compare">
        <PageFault fault={faultOfPack(loaded.fault)} />
      </PageFrame>
    );
  const { reader } = loaded;
  const newest = reader.newestKnown;
  const days = [
    askedDay(given.a, newest),
    askedDay(given.ka, newest),
    askedDay(given.b, newest),
    askedDay(given.kb, newest),
  ];
  const refused = days.find((day) => 'unreadable' in day);
  if (refused && 'unreadable' in refused)
    return (
      <PageFrame current="none" path="/compare">
        <PageFault
          fault={{
            kind: 'unread',
            message: t('date.unreadable', { given: refused.unreadable.slice(0, 40) }),
          }}
          again="/compare"
        />
      </PageFrame>
    );
  const [dateA, knownA, dateB, knownB] = days.map((day) => ('day' in day ? day.day : null));
  // A fresh visit compares the week in which the country rates came and went.
  const a = { date: dateA ?? parseDay('2025-04-02'), known: knownA ?? null };
  const b = { date: dateB ?? (dateA ? newest : parseDay('2025-04-09')), known: knownB ?? null };
  const family = knownFamily(given.family);
  const partner = typeof given.partner === 'string' ? given.partner : '';
  const iso = (day: Day | null): string | null => (day === null ? null : formatDay(day));
  const variables = {
    a: { date: formatDay(a.date), knownAt: iso(a.known) },
    b: { date: formatDay(b.date), knownAt: iso(b.known) },
    filter: { ...(family ? { families: [family] } : {}), ...(partner ? { partners: [partner] } : {}) },
    dateA: formatDay(a.date),
    knownA: iso(a.known),
    dateB: formatDay(b.date),
    knownB: iso(b.known),
    first: PAGE,
  };
  const asked = await askServer(compareQuery, { ...variables, after: null });
  const rows: CompareRow[] = asked.ok ? [...asked.data.diff.rows] : [];
  let page: Asked<CompareData> = asked;
  for (let i = 1; i < MOST_PAGES && page.ok && page.data.diff.pageInfo.hasNextPage; i++) {
    page = await askServer(compareQuery, { ...variables, after: page.data.diff.pageInfo.endCursor });
    if (page.ok) rows.push(...page.data.diff.rows);
  }
  const nameParty = partyNames(reader.pack.parties, locale);
  const query = new URLSearchParams({ a: variables.dateA, b: variables.dateB });
  if (variables.knownA) query.set('ka', variables.knownA);
  if (variables.knownB) query.set('kb', variables.knownB);
  if (family) query.set('family', family);
  if (partner) query.set('partner', partner);
  return (
    <PageFrame current="none" path={`/compare?${query}`}>
      {asked.ok ? (
        <CompareReport
          a={a}
          b={b}
          family={family}
          partner={partner}
          partners={Object.keys(reader.pack.parties)
            .filter((id) => id !== '*')
            .map((id) => ({ id, name: nameParty(id) }))
            .sort((x, y) => x.name.localeCompare(y.name, locale))}
          data={asked.data}
          rows={rows}
          locale={locale}
          t={t}
        />
      ) : (
        <PageFault fault={asked.fault} />
      )}
    </PageFrame>
  );
}
