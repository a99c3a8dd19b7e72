import { defineFamily } from './family.js';

/** A position or remark. A standing position holds until it is changed. */
export const statement = defineFamily({
  family: 'STATEMENT',
  title: { en: 'Statement', ja: '発言' },
  types: {
    StatementMade: { acts: [], extent: 'HAPPENING' },
    PositionTaken: { acts: ['ASSERT'], extent: 'STATE' },
    PositionChanged: { acts: ['AMEND', 'REVOKE', 'END'], extent: 'STATE' },
  },
});
