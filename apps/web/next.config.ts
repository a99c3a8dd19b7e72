import { join } from 'node:path';
import type { NextConfig } from 'next';

/** Headers that do not depend on the request; the content security policy is made per request in `proxy.ts`. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  // The container's build asks for the files that the server needs and no others; `next start` wants the usual output.
  ...(process.env.POLICY_WEB_OUTPUT === 'standalone' && {
    output: 'standalone' as const,
    outputFileTracingRoot: join(import.meta.dirname, '../..'),
  }),
  transpilePackages: ['@policy-timeline/domain'],
  turbopack: {
    resolveAlias: {
      // The page under pages/ has no navigation: it is hydrated without Next's router and manager of the head (docs/adr/0008).
      'next/dist/client/next-turbopack.js': './client/hydrate-page.tsx',
      'next/head': { browser: './client/server-head.tsx' },
      'next/dist/compiled/process': { browser: './client/no-process.ts' },
    },
  },
  // The scrubber's first view: rows, names and picture of the day (Next warns from 128 kB of plain text on).
  experimental: { largePageDataBytes: 512 * 1024 },
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // A type appended by a route handler arrives as a list, which the compression does not know; set here it is a text.
    // The record goes out as the API compressed it (pages/api/pack.ts) and must stay unknown to it.
    ...['/api/graphql', '/api/world'].map((source) => ({
      source,
      headers: [{ key: 'Content-Type', value: 'application/json; charset=utf-8' }],
    })),
  ],
};

export default config;
