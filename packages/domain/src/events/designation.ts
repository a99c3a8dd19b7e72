import { defineFamily } from './family.js';

/** A list entry with legal effect: terrorist organisations, drug majors, weapons of mass destruction. */
export const designation = defineFamily({
  family: 'DESIGNATION',
  title: { en: 'Designation', ja: '指定' },
  types: {
    DesignationMade: { acts: ['ASSERT'], extent: 'STATE' },
    DesignationAmended: { acts: ['AMEND', 'REVOKE'], extent: 'STATE' },
    DesignationSuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    DesignationEnded: { acts: ['END'], extent: 'STATE' },
  },
});
