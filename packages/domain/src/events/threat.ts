import { defineFamily } from './family.js';

/** A measure held out and not ordered. It never holds; it is shown as a threat with its outcome. */
export const threat = defineFamily({
  family: 'THREAT',
  title: { en: 'Threat', ja: '警告' },
  types: {
    ThreatMade: { acts: ['ASSERT'], extent: 'STATE' },
    ThreatAmended: { acts: ['AMEND', 'ASSERT', 'REVOKE'], extent: 'STATE' },
    ThreatDropped: { acts: ['END'], extent: 'STATE' },
  },
});
