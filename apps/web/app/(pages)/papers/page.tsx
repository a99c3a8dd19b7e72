import type { Metadata } from 'next';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { PaperList } from '@/features/paper-lens/paper-list';
import { papersQuery } from '@/features/paper-lens/paper-query';
import { pageLanguage } from '@/language/request-language';
import { askServer } from '@/lib/ask-server';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: `${t('nav.papers')} — policy-timeline` };
}

/** The papers that the record cites. */
export default async function PapersPage() {
  const { locale, t } = await pageLanguage();
  const asked = await askServer(papersQuery, {});
  return (
    <PageFrame current="papers" path="/papers">
      {asked.ok ? (
        <PaperList papers={asked.data.papers} locale={locale} t={t} />
      ) : (
        <PageFault fault={asked.fault} />
      )}
    </PageFrame>
  );
}
