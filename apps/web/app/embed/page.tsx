import type { Metadata } from 'next';
import { EmbedCard, embedTitle } from '@/features/embed/embed-card';
import { href } from '@/language/href';
import { pageLanguage } from '@/language/request-language';
import { startOf } from '@/timeline/scrub-start';
import { frozenPack, serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

async function viewOf(searchParams: SearchParams) {
  const given = await searchParams;
  const params = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'lang' ? [[name, value]] : [],
    ),
  );
  const position = params.get('z');
  const loaded = position ? await frozenPack(position) : await serverPack();
  return { loaded, params, start: loaded.ok ? startOf(loaded.reader, params).start : null };
}

export async function generateMetadata({
  searchParams,
}: {
  readonly searchParams: SearchParams;
}): Promise<Metadata> {
  const { locale, t } = await pageLanguage();
  const { start } = await viewOf(searchParams);
  return { title: start ? embedTitle(start.view, start.filter, locale, t) : t('error.title') };
}

/** The same address as the scrubber's, drawn for the inside of another page. */
export default async function EmbedPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale, t } = await pageLanguage();
  const { start, params } = await viewOf(searchParams);
  if (!start)
    return (
      <main className="embed">
        <h1 className="s12">{t('error.title')}</h1>
        <p role="alert">{t('error.what')}</p>
      </main>
    );
  return (
    <EmbedCard
      view={start.view}
      filter={start.filter}
      address={href(locale, '/', Object.fromEntries(params))}
      locale={locale}
      t={t}
    />
  );
}
