import type { GetServerSideProps } from 'next';
import { RouterContext } from 'next/dist/shared/lib/router-context.shared-runtime';
import dynamic from 'next/dynamic';
import Head from 'next/head';
import { useContext, useEffect } from 'react';
import { firstPicture } from '@/app/first-picture';
import { ScreenBoundary } from '@/app/screen-boundary';
import { ScrubScreen } from '@/app/scrub-screen';
import { LanguageProvider } from '@/language/language-provider';
import { type Locale, localeOf } from '@/language/locale';
import { messagesOf } from '@/language/messages-of';
import { translator } from '@/language/translator';
import type { ScrubStart } from '@/timeline/scrub-provider';
import { startOf } from '@/timeline/scrub-start';
import { frozenPack, type PackFault, serverPack } from '@/timeline/server-pack';

const RecordUnavailable = dynamic(() =>
  import('@/app/record-unavailable').then((module) => module.RecordUnavailable),
);

interface Props {
  readonly locale: Locale;
  readonly messages: object;
  readonly title: string;
  readonly description: string;
  readonly opened: { readonly start: ScrubStart } | { readonly fault: PackFault };
}

/** The first paint of any address is answered here, out of the server's pack. */
export const getServerSideProps: GetServerSideProps<Props> = async ({ req, resolvedUrl }) => {
  const params = singleParams(new URL(resolvedUrl, 'http://page').searchParams);
  const given = req.headers['x-locale'];
  const locale = localeOf(typeof given === 'string' ? given : null, null, req.headers['accept-language']);
  const messages = messagesOf(locale);
  const t = translator(locale, messages);
  const position = params.get('z');
  const loaded = position === null || position === '' ? await serverPack() : await frozenPack(position);
  const page = { locale, messages, title: t('app.title'), description: t('app.description') };
  if (!loaded.ok) return { props: { ...page, opened: { fault: loaded.fault } } };
  const { start, unreadable } = startOf(loaded.reader, params);
  const notice =
    unreadable !== null ? t('date.badLink', { given: unreadable }) : loaded.stale ? t('error.stale') : null;
  return {
    props: {
      ...page,
      opened: { start: { ...start, picture: firstPicture(loaded.reader, start), notice } },
    },
  };
};

/** A name given twice says nothing. */
function singleParams(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => params.getAll(name).length === 1));
}

/**
 * The scrubber for any address. It stands in the Pages Router, whose part in the browser can be left out (docs/adr/0008): this page never
 * navigates without loading a document, and what it needs of its server comes as plain data.
 */
export default function ScrubPage({ locale, messages, title, description, opened }: Props) {
  // Only `next dev` has a router here (client/hydrate-page.tsx).
  const router = useContext(RouterContext);
  useEffect(() => {
    // Going back is the scrubber's own (timeline/use-address.ts); a router would ask the server for the place again.
    router?.beforePopState(() => false);
  }, [router]);
  return (
    <LanguageProvider locale={locale} messages={messages}>
      <Head>
        <title>{`${title} — policy-timeline`}</title>
        <meta name="description" content={description} />
      </Head>
      {'start' in opened ? (
        <ScreenBoundary fallback={<RecordUnavailable fault={{ kind: 'broken' }} />}>
          <ScrubScreen start={opened.start} />
        </ScreenBoundary>
      ) : (
        <RecordUnavailable fault={opened.fault} />
      )}
    </LanguageProvider>
  );
}
