import { HtmlContext } from 'next/dist/shared/lib/html-context.shared-runtime';
import Document, {
  type DocumentContext,
  type DocumentInitialProps,
  Head,
  Html,
  Main,
  NextScript,
} from 'next/document';
import { type ReactNode, useContext } from 'react';
import { localeOf } from '@/language/locale';
import { Sprite } from '@/ui/sprite';

interface Props {
  readonly locale: string;
  readonly nonce: string;
}

/** The frame of the scrubber's document: its language, its marks, and the nonce that `proxy.ts` lets scripts run by. */
export default class ScrubDocument extends Document<Props> {
  static override async getInitialProps(context: DocumentContext): Promise<DocumentInitialProps & Props> {
    const { 'x-locale': locale, 'x-nonce': nonce, 'accept-language': accepted } = context.req?.headers ?? {};
    return {
      ...(await Document.getInitialProps(context)),
      locale: localeOf(String(locale), null, accepted),
      nonce: String(nonce ?? ''),
    };
  }

  override render() {
    const { locale, nonce } = this.props;
    return (
      <Html lang={locale}>
        <WithoutPageLists>
          <Head nonce={nonce}>
            <meta name="color-scheme" content="light dark" />
            <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
          </Head>
        </WithoutPageLists>
        <body>
          <Sprite />
          <Main />
          <WithoutPageLists>
            <NextScript nonce={nonce} />
          </WithoutPageLists>
        </body>
      </Html>
    );
  }
}

/** Three scripts less: Next’s lists of pages, which its router alone reads. `next dev` keeps the router and them (docs/adr/0008). */
function WithoutPageLists({ children }: { readonly children: ReactNode }) {
  const context = useContext(HtmlContext);
  if (!context || context.isDevelopment) return children;
  const buildManifest = { ...context.buildManifest, lowPriorityFiles: [] };
  return <HtmlContext.Provider value={{ ...context, buildManifest }}>{children}</HtmlContext.Provider>;
}
