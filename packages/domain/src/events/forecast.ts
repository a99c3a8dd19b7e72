import { defineFamily } from './family.js';

/** What an author expects or advises. It never holds. */
export const forecast = defineFamily({
  family: 'FORECAST',
  title: { en: 'Forecast', ja: '見通し' },
  types: {
    ForecastMade: { acts: [], extent: 'HAPPENING' },
    AdviceGiven: { acts: [], extent: 'HAPPENING' },
  },
});
