import type { AppProps } from 'next/app';
import Head from 'next/head';
import '@/ui/scrub-styles';

/** The styles of the scrubber and how phones lay it out; the other pages have theirs in `app/layout.tsx`. */
export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      </Head>
      <Component {...pageProps} />
    </>
  );
}
