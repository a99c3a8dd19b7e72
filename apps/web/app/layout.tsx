import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { LanguageProvider } from '@/language/language-provider';
import { messagesOf } from '@/language/messages-of';
import { requestLocale } from '@/language/request-language';
import { translator } from '@/language/translator';
import { Sprite } from '@/ui/sprite';
import '@/ui/scrub-styles';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
};

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, messagesOf(locale));
  return { title: `${t('app.title')} — policy-timeline`, description: t('app.description') };
}

/** The page around every route: language, marks and styles. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await requestLocale();
  return (
    <html lang={locale}>
      <body>
        <Sprite />
        <LanguageProvider locale={locale} messages={messagesOf(locale)}>
          {children}
        </LanguageProvider>
      </body>
    </html>
  );
}
