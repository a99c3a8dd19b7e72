import { createTranslator } from 'next-intl';
import { messagesOf, requestLocale } from '@/language/request-language';
import { startOf } from '@/timeline/scrub-start';
import { frozenPack, serverPack } from '@/timeline/server-pack';
import { firstPicture } from './first-picture';
import { RecordUnavailable } from './record-unavailable';
import { ScrubScreen } from './scrub-screen';

export const dynamic = 'force-dynamic';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The scrubber for any address: the first paint is answered here, out of the server's pack. */
export default async function Page({ searchParams }: { readonly searchParams: SearchParams }) {
  const given = await searchParams;
  const params = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const position = params.get('z');
  const loaded = position === null || position === '' ? await serverPack() : await frozenPack(position);
  const locale = await requestLocale();
  const t = createTranslator({ locale, messages: messagesOf(locale) });
  if (!loaded.ok) return <RecordUnavailable fault={loaded.fault} />;
  const { start, unreadable } = startOf(loaded.reader, params);
  const notice =
    unreadable !== null ? t('date.badLink', { given: unreadable }) : loaded.stale ? t('error.stale') : null;
  return <ScrubScreen start={{ ...start, picture: firstPicture(loaded.reader, start), notice }} />;
}
