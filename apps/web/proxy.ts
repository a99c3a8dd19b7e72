import { type NextRequest, NextResponse } from 'next/server';
import { localeOf } from '@/language/locale';

/** Settles the language of every page (address, cookie, browser; in that order) and sends a fresh content security policy. */
export function proxy(request: NextRequest): NextResponse {
  const asked = request.nextUrl.searchParams.get('lang');
  const locale = localeOf(asked, request.cookies.get('lang')?.value, request.headers.get('accept-language'));
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname === '/embed');
  const headers = new Headers(request.headers);
  headers.set('x-locale', locale);
  headers.set('x-nonce', nonce);
  headers.set('x-path', request.nextUrl.pathname);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (asked === locale)
    response.cookies.set('lang', locale, { path: '/', sameSite: 'lax', maxAge: 31_536_000 });
  return response;
}

export const config = {
  matcher: [{ source: '/((?!_next/|api/|export/|quote/|cite/|calendar\\.ics|feed\\.atom|favicon|icon).*)' }],
};

/** Only `/embed` may be shown inside other pages. */
function contentSecurityPolicy(nonce: string, framed: boolean): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Positions on the rail are inline styles.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ].join('; ');
}
