import { defineFamily } from './family.js';

/** An office and its holder (`office/us/secretary-of-state`); a vacancy is a value. */
export const office = defineFamily({
  family: 'OFFICE',
  title: { en: 'Office', ja: '官職' },
  types: {
    OfficeTaken: { acts: ['ASSERT'], extent: 'STATE' },
    OfficeHolderAttested: { acts: ['ASSERT'], extent: 'STATE' },
    OfficeVacant: { acts: ['ASSERT'], extent: 'STATE' },
    OfficeAmended: { acts: ['AMEND', 'REVOKE'], extent: 'STATE' },
    OfficeLeft: { acts: ['END'], extent: 'STATE' },
    OfficeStepTaken: { acts: [], extent: 'HAPPENING' },
  },
});
