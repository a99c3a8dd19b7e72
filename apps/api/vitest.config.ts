import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The copy that Node itself loads. Vite would take `index.mjs`, and two copies of graphql refuse each other's types. */
const graphql = fileURLToPath(new URL('../../node_modules/graphql/index.js', import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
});
