import { defineFamily } from './family.js';

/** A crisis or trend as a source describes it. */
export const situation = defineFamily({
  family: 'SITUATION',
  title: { en: 'Situation', ja: '情勢' },
  types: {
    CrisisBegan: { acts: ['ASSERT'], extent: 'STATE' },
    IncidentOccurred: { acts: [], extent: 'HAPPENING' },
    TrendDescribed: { acts: ['ASSERT'], extent: 'STATE' },
    SituationAmended: { acts: ['AMEND', 'REVOKE'], extent: 'STATE' },
    SituationEnded: { acts: ['END'], extent: 'STATE' },
  },
});
