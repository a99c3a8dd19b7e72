import { defineFamily } from './family.js';

/** A treaty, framework or understanding between parties. */
export const agreement = defineFamily({
  family: 'AGREEMENT',
  title: { en: 'Agreement', ja: '協定' },
  types: {
    AgreementReached: { acts: ['ASSERT'], extent: 'STATE' },
    AgreementSigned: { acts: ['ASSERT'], extent: 'HAPPENING' },
    AgreementAmended: { acts: ['AMEND', 'ASSERT', 'REVOKE'], extent: 'STATE' },
    AgreementSuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    AgreementEnded: { acts: ['END'], extent: 'STATE' },
    AgreementRevoked: { acts: ['REVOKE'], extent: 'STATE' },
  },
});
