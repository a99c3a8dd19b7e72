import { defineFamily } from './family.js';

/** An observed figure for a reporting period (`indicator/trade-milex-2024/JPN#balance`). */
export const indicator = defineFamily({
  family: 'INDICATOR',
  title: { en: 'Indicator', ja: '指標' },
  types: {
    IndicatorObserved: { acts: ['ASSERT'], extent: 'STATE' },
    IndicatorRevised: { acts: ['AMEND', 'ASSERT', 'REVOKE'], extent: 'STATE' },
  },
});
