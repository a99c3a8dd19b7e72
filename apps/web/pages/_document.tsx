import Document, {
  type DocumentContext,
  type DocumentInitialProps,
  Head,
  Html,
  Main,
  NextScript,
} from 'next/document';
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
        <Head nonce={nonce}>
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
        </Head>
        <body>
          <Sprite />
          <Main />
          <NextScript nonce={nonce} />
        </body>
      </Html>
    );
  }
}
