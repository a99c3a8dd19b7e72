import { localeOf } from '@/language/locale';
import { allMessagesOf } from '@/language/messages-of';
import { translator } from '@/language/translator';

export const dynamic = 'force-dynamic';

/** What is shown in the place of a page that cannot be fetched: kept by `sw.js`, whole in itself, in one language each. */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams.get('lang');
  const locale = localeOf(asked, null, request.headers.get('accept-language'));
  const t = translator(locale, allMessagesOf(locale));
  const page = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('pages.offline.title')} — policy-timeline</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 44rem; padding: 4rem 1.5rem; font: 1rem/1.75 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.35; text-wrap: balance; word-break: auto-phrase; }
p { text-wrap: pretty; word-break: auto-phrase; }
a { color: inherit; display: inline-block; min-height: 44px; line-height: 44px; margin-right: 1.5rem; }
</style>
</head>
<body>
<main>
<h1>${t('pages.offline.title')}</h1>
<p>${t('pages.offline.body')}</p>
<p><a href="">${t('error.retry')}</a><a href="/?lang=${locale}">${t('pages.fault.home')}</a></p>
</main>
</body>
</html>
`;
  return new Response(page, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
