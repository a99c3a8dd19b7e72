import { type Day, formatDay, parsePartialDate } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { subjectQuery } from '@/features/subject-report/subject-query';
import { SubjectReport } from '@/features/subject-report/subject-report';
import { pageLanguage } from '@/language/request-language';
import { askServer, faultOfPack } from '@/lib/ask-server';
import { laneBars } from '@/timeline/lanes';
import type { Span } from '@/timeline/scrub-range';
import { serverPack } from '@/timeline/server-pack';
import { clockPlane, slotIndexOf } from '@/timeline/two-clocks';

export const dynamic = 'force-dynamic';

type Params = Promise<{ readonly id: readonly string[] }>;

const idOf = async (params: Params): Promise<string> => (await params).id.map(decodeURIComponent).join('/');

export async function generateMetadata({ params }: { readonly params: Params }): Promise<Metadata> {
  return { title: `${await idOf(params)} — policy-timeline` };
}

/** One subject of the record and its history. */
export default async function SubjectPage({ params }: { readonly params: Params }) {
  const id = await idOf(params);
  const path = `/subject/${id.split('/').map(encodeURIComponent).join('/')}`;
  const { locale, t } = await pageLanguage();
  const loaded = await serverPack();
  if (!loaded.ok)
    return (
      <PageFrame current="none" path={path}>
        <PageFault fault={faultOfPack(loaded.fault)} />
      </PageFrame>
    );
  const { reader } = loaded;
  const asked = await askServer(subjectQuery, { id, view: { date: formatDay(reader.newestKnown) } });
  if (!asked.ok && asked.fault.kind === 'refused' && asked.fault.refusal.code === 'UNKNOWN_SUBJECT')
    notFound();
  if (asked.ok && !asked.data.subject) notFound();
  if (!asked.ok || !asked.data.subject)
    return (
      <PageFrame current="none" path={path}>
        <PageFault fault={asked.ok ? { kind: 'unwell', status: 500 } : asked.fault} />
      </PageFrame>
    );
  const { subject } = asked.data;
  const span = spanOf(
    subject.events.map(({ effective, knownWindow }) => effective.from.date ?? knownWindow?.nominal ?? null),
    reader.newestKnown,
  );
  const indexes = subject.slots
    .map((slot) => ({ slot, index: slotIndexOf(reader, slot) }))
    .filter((one): one is { slot: string; index: number } => one.index !== null)
    .slice(0, 12);
  const place = { date: reader.newestKnown, knowledge: { mode: 'now' as const } };
  const lanes = span
    ? indexes
        .map(({ slot, index }) => ({ slot, index, bars: laneBars(reader, index, place, span) }))
        .filter(({ bars }) => bars.length > 0)
    : [];
  const [main] = indexes;
  const last = subject.events.map(({ effective }) => effective.from.date).findLast((date) => date !== null);
  return (
    <PageFrame current="none" path={path}>
      <SubjectReport
        subject={subject}
        lanes={lanes}
        span={span}
        plane={main && last ? clockPlane(reader, main.index, parsePartialDate(last).first) : null}
        locale={locale}
        t={t}
      />
    </PageFrame>
  );
}

/** From the first event to a little past today. */
function spanOf(dates: readonly (string | null)[], newest: Day): Span | null {
  const days = dates.filter((date) => date !== null).map((date) => parsePartialDate(date).first);
  if (days.length === 0) return null;
  const [first, last] = [Math.min(...days, newest), Math.max(...days, newest)];
  const margin = Math.max(30, Math.round((last - first) * 0.06));
  return { from: (first - margin) as Day, until: (last + margin) as Day };
}
