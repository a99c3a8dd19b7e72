import { defineFamily } from './family.js';

/** A government course of action that is none of the other families: aid, budgets, doctrines, renamings. */
export const policy = defineFamily({
  family: 'POLICY',
  title: { en: 'Policy', ja: '政策' },
  types: {
    PolicyAdopted: { acts: ['ASSERT'], extent: 'STATE' },
    PolicyStepTaken: { acts: [], extent: 'HAPPENING' },
    PolicyAmended: { acts: ['AMEND', 'ASSERT', 'REVOKE'], extent: 'STATE' },
    PolicySuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    PolicyEnded: { acts: ['END'], extent: 'STATE' },
    DeadlineSet: { acts: [], extent: 'HAPPENING' },
  },
});
