import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.js';

const merged = mergeConfig(usual, defineConfig({ test: { testTimeout: 3_600_000, hookTimeout: 120_000 } }));

/** The long runs of docs/reliability rows 1, 7 and 11 to 14: `npm run trials -w @policy-timeline/api`. */
export default {
  ...merged,
  test: {
    ...merged.test,
    include: [
      'test/trials/**/*.trial.ts',
      'test/access-matrix.test.ts',
      'test/clocks.test.ts',
      'test/hostile-values.test.ts',
      'test/kills.test.ts',
    ],
  },
};
