import { defineFamily } from './family.js';

/** A programme or measure against a country or person (`sanction/us/venezuela/petro`). */
export const sanction = defineFamily({
  family: 'SANCTION',
  title: { en: 'Sanction', ja: '制裁' },
  types: {
    SanctionImposed: { acts: ['ASSERT'], extent: 'STATE' },
    SanctionAmended: { acts: ['AMEND', 'ASSERT', 'REVOKE'], extent: 'STATE' },
    SanctionSuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    SanctionEased: { acts: ['ASSERT', 'SUSPEND', 'AMEND'], extent: 'STATE' },
    SanctionLifted: { acts: ['END'], extent: 'STATE' },
    SanctionRevoked: { acts: ['REVOKE'], extent: 'STATE' },
    SanctionRetracted: { acts: ['RETRACT'], extent: 'STATE' },
  },
});
