import { type Day, formatDay, parseDay, parsePartialDate, subjectOf } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { chainQuery, eventQuery } from '@/features/event-report/event-query';
import { EventReport } from '@/features/event-report/event-report';
import { inLocale } from '@/language/format-value';
import { pageLanguage } from '@/language/request-language';
import { askServer, faultOfPack } from '@/lib/ask-server';
import { partyNames } from '@/timeline/party-names';
import { serverPack } from '@/timeline/server-pack';
import { standingOf } from '@/timeline/standing';
import { clockPlane, decidedStretch, slotIndexOf } from '@/timeline/two-clocks';

export const dynamic = 'force-dynamic';

type Params = Promise<{ readonly id: string }>;

export async function generateMetadata({ params }: { readonly params: Params }): Promise<Metadata> {
  const { locale, t } = await pageLanguage();
  const asked = await askServer(eventQuery, { id: decodeURIComponent((await params).id) });
  const event = asked.ok ? asked.data.event : null;
  return { title: `${event ? inLocale(event.title, locale) : t('pages.event.title')} — policy-timeline` };
}

/** One event of the record. */
export default async function EventPage({ params }: { readonly params: Params }) {
  const id = decodeURIComponent((await params).id);
  const path = `/event/${encodeURIComponent(id)}`;
  const { locale, t } = await pageLanguage();
  const [asked, loaded] = await Promise.all([askServer(eventQuery, { id }), serverPack()]);
  const fault = !asked.ok ? asked.fault : loaded.ok ? null : faultOfPack(loaded.fault);
  if (!asked.ok || !loaded.ok)
    return (
      <PageFrame current="none" path={path}>
        {fault ? <PageFault fault={fault} /> : null}
      </PageFrame>
    );
  const { event } = asked.data;
  if (!event) notFound();
  const { reader } = loaded;
  const start = startDay(event.effective.from.date, event.knownWindow?.nominal ?? null, reader.newestKnown);
  const subjects = [...new Set(event.effects.map(({ slot }) => subjectOf(slot)))].slice(0, 20);
  const chain =
    subjects.length > 0 ? await askServer(chainQuery, { date: formatDay(start), subjects }) : null;
  const slots = new Set(event.effects.map(({ slot }) => slot));
  const readings = (chain?.ok ? chain.data.stateAsOf.readings.edges.map(({ node }) => node) : []).filter(
    ({ slot }) => slots.has(slot),
  );
  const main = event.effects[0] ? slotIndexOf(reader, event.effects[0].slot) : null;
  const stretch = main === null ? null : decidedStretch(reader, main, event.id);
  return (
    <PageFrame current="none" path={path}>
      <EventReport
        event={event}
        readings={readings}
        titleOf={(to) => {
          const title = reader.eventsById.get(to)?.title;
          return title ? inLocale(title, locale) : null;
        }}
        slotTitle={(slot) => {
          const index = slotIndexOf(reader, slot);
          const title = index === null ? undefined : reader.pack.slots[index]?.title;
          return title ? inLocale(title, locale) : slot;
        }}
        nameParty={partyNames(reader.pack.parties, locale)}
        plane={main === null ? null : clockPlane(reader, main, start)}
        standing={main === null ? null : standingOf(reader, main, event.id, stretch)}
        decidesUntil={stretch?.until ? formatDay(stretch.until) : null}
        locale={locale}
        t={t}
      />
    </PageFrame>
  );
}

/** The first day of its effect; without one, the day it became known. */
function startDay(from: string | null | undefined, known: string | null, newest: Day): Day {
  if (from) return parsePartialDate(from).first;
  return known ? parseDay(known) : newest;
}
