import { formatDay } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { partnerQuery } from '@/features/partner-report/partner-query';
import { PartnerReport } from '@/features/partner-report/partner-report';
import { pageLanguage } from '@/language/request-language';
import { askServer, faultOfPack } from '@/lib/ask-server';
import { askedDay } from '@/timeline/asked-day';
import { partyNames } from '@/timeline/party-names';
import { serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageLanguage();
  const code = decodeURIComponent((await params).code);
  const loaded = await serverPack();
  return {
    title: `${loaded.ok ? partyNames(loaded.reader.pack.parties, locale)(code) : code} — policy-timeline`,
  };
}

/** What the record says of one country or bloc. */
export default async function PartnerPage({ params, searchParams }: Props) {
  const code = decodeURIComponent((await params).code);
  const given = await searchParams;
  const { locale, t } = await pageLanguage();
  const loaded = await serverPack();
  const path = `/partner/${encodeURIComponent(code)}`;
  if (!loaded.ok)
    return (
      <PageFrame current="none" path={path}>
        <PageFault fault={faultOfPack(loaded.fault)} />
      </PageFrame>
    );
  const newest = loaded.reader.newestKnown;
  const [date, known] = [askedDay(given.d, newest), askedDay(given.k, newest)];
  const unreadable = 'unreadable' in date ? date.unreadable : 'unreadable' in known ? known.unreadable : null;
  if (unreadable !== null || 'unreadable' in date || 'unreadable' in known)
    return (
      <PageFrame current="none" path={path}>
        <PageFault
          fault={{
            kind: 'unread',
            message: t('date.unreadable', { given: (unreadable ?? '').slice(0, 40) }),
          }}
          again={path}
        />
      </PageFrame>
    );
  const asked = await askServer(partnerQuery, {
    code,
    date: formatDay(date.day ?? newest),
    knownAt: known.day === null ? null : formatDay(known.day),
  });
  if (asked.ok && !asked.data.partner) notFound();
  const query = new URLSearchParams();
  if (date.day !== null) query.set('d', formatDay(date.day));
  if (known.day !== null) query.set('k', formatDay(known.day));
  return (
    <PageFrame current="none" path={query.size > 0 ? `${path}?${query}` : path}>
      {asked.ok && asked.data.partner ? (
        <PartnerReport partner={asked.data.partner} locale={locale} t={t} />
      ) : asked.ok ? null : (
        <PageFault fault={asked.fault} />
      )}
    </PageFrame>
  );
}
