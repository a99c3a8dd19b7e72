import { defineFamily } from './family.js';

/** A meeting, call, visit or summit on its days. */
export const meeting = defineFamily({
  family: 'MEETING',
  title: { en: 'Meeting', ja: '会談' },
  types: {
    MeetingHeld: { acts: ['ASSERT'], extent: 'HAPPENING' },
    VisitMade: { acts: ['ASSERT'], extent: 'HAPPENING' },
    MeetingAmended: { acts: ['AMEND', 'REVOKE'], extent: 'HAPPENING' },
  },
});
