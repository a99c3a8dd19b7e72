import { FAMILIES, families } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { boardRows, FATES } from '@/features/deadline-board/board';
import { DeadlineBoard } from '@/features/deadline-board/deadline-board';
import { inLocale } from '@/language/format-value';
import { pageLanguage } from '@/language/request-language';
import { faultOfPack } from '@/lib/ask-server';
import { serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: `${t('pages.board.crumb')} — policy-timeline` };
}

/** Days that were named ahead, and what became of them. */
export default async function DeadlinesPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale, t } = await pageLanguage();
  const given = await searchParams;
  const scope = given.scope === 'start' ? 'start' : 'due';
  const family = FAMILIES.find((name) => name === given.family) ?? null;
  const fate = FATES.find((name) => name === given.fate) ?? null;
  const query = new URLSearchParams();
  if (scope === 'start') query.set('scope', scope);
  if (family) query.set('family', family);
  if (fate) query.set('fate', fate);
  const loaded = await serverPack();
  const rows = loaded.ok ? boardRows(loaded.reader.pack, scope) : [];
  return (
    <PageFrame current="deadlines" path={query.size > 0 ? `/deadlines?${query}` : '/deadlines'}>
      {loaded.ok ? (
        <>
          {loaded.stale ? (
            <p className="note kn" role="status">
              {t('error.stale')}
            </p>
          ) : null}
          <DeadlineBoard
            rows={rows}
            filter={{ scope, family, fate }}
            families={families.map(({ family: id, title }) => ({ id, title: inLocale(title, locale) }))}
            locale={locale}
            t={t}
          />
        </>
      ) : (
        <PageFault fault={faultOfPack(loaded.fault)} />
      )}
    </PageFrame>
  );
}
