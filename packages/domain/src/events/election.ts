import { defineFamily } from './family.js';

/** A vote on its day, and what it decided. */
export const election = defineFamily({
  family: 'ELECTION',
  title: { en: 'Election', ja: '選挙' },
  types: {
    ElectionHeld: { acts: ['ASSERT'], extent: 'HAPPENING' },
    ElectionScheduled: { acts: ['ASSERT', 'AMEND'], extent: 'HAPPENING' },
    ElectionAmended: { acts: ['AMEND', 'REVOKE'], extent: 'HAPPENING' },
  },
});
