import { type Day, formatDay, InvalidDate, parseDay } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { quadrantQuery } from '@/features/quadrant-chart/quadrant-query';
import { QuadrantReport } from '@/features/quadrant-chart/quadrant-report';
import { pageLanguage } from '@/language/request-language';
import { askServer, faultOfPack } from '@/lib/ask-server';
import { partyNames } from '@/timeline/party-names';
import { serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: `${t('pages.quadrant.label')} — policy-timeline` };
}

/** The four quadrants of paper 004, from the record. */
export default async function QuadrantPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale } = await pageLanguage();
  const given = await searchParams;
  const loaded = await serverPack();
  if (!loaded.ok)
    return (
      <PageFrame current="quadrant" path="/quadrant">
        <PageFault fault={faultOfPack(loaded.fault)} />
      </PageFrame>
    );
  const { reader } = loaded;
  const newest = formatDay(reader.newestKnown);
  const date = dayOr(given.d, reader.newestKnown);
  const known = dayOr(given.k, reader.newestKnown);
  const mark = Number(given.mark);
  const threshold = Number.isFinite(mark) && mark >= 0.5 && mark <= 5 ? mark : 2;
  const asked = await askServer(quadrantQuery, { date, knownAt: known, threshold });
  const nameParty = partyNames(reader.pack.parties, locale);
  const path = `/quadrant?d=${date}&k=${known}&mark=${threshold}`;
  if (!asked.ok)
    return (
      <PageFrame current="quadrant" path="/quadrant">
        <PageFault fault={asked.fault} />
      </PageFrame>
    );
  const partners = new Set(asked.data.quadrant.rows.map(({ code }) => code));
  for (const slot of reader.pack.slots)
    if (slot.subject.startsWith('indicator/trade-and-military-spending'))
      for (const id of slot.partners) partners.add(id === 'org:eu' ? 'EU' : id);
  return (
    <PageFrame current="quadrant" path={path}>
      <QuadrantReport
        first={asked.data.quadrant}
        date={date}
        known={known}
        threshold={threshold}
        newest={newest}
        names={Object.fromEntries([...partners].map((id) => [id, nameParty(id === 'EU' ? 'org:eu' : id)]))}
      />
    </PageFrame>
  );
}

function dayOr(given: string | string[] | undefined, fallback: Day): string {
  if (typeof given !== 'string') return formatDay(fallback);
  try {
    return formatDay(parseDay(given));
  } catch (error) {
    if (error instanceof InvalidDate) return formatDay(fallback);
    throw error;
  }
}
