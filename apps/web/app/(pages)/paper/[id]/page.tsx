import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { PaperLens } from '@/features/paper-lens/paper-lens';
import { paperQuery } from '@/features/paper-lens/paper-query';
import { inLocale } from '@/language/format-value';
import { pageLanguage } from '@/language/request-language';
import { askServer } from '@/lib/ask-server';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** `/paper/000` and `/paper/paper-000` name the same paper. */
const sourceId = (slug: string): string => (/^\d+$/.test(slug) ? `paper-${slug}` : slug);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await pageLanguage();
  const asked = await askServer(paperQuery, { id: sourceId(decodeURIComponent((await params).id)) });
  const title =
    asked.ok && asked.data.paper ? inLocale(asked.data.paper.source.title, locale) : t('nav.papers');
  return { title: `${title} — policy-timeline` };
}

/** One paper through the lens of its own day. */
export default async function PaperPage({ params, searchParams }: Props) {
  const id = sourceId(decodeURIComponent((await params).id));
  const slug = id.replace(/^paper-/, '');
  const hindsight = (await searchParams).hindsight === '1';
  const { locale, t } = await pageLanguage();
  const asked = await askServer(paperQuery, { id });
  if (asked.ok && !asked.data.paper) notFound();
  return (
    <PageFrame current="papers" path={`/paper/${encodeURIComponent(slug)}${hindsight ? '?hindsight=1' : ''}`}>
      {asked.ok && asked.data.paper ? (
        <PaperLens paper={asked.data.paper} slug={slug} hindsight={hindsight} locale={locale} t={t} />
      ) : asked.ok ? null : (
        <PageFault fault={asked.fault} />
      )}
    </PageFrame>
  );
}
