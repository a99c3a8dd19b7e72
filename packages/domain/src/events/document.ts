import { defineFamily } from './family.js';

/** A dated paper, strategy or law; a paper carries its own description in `data.paper`. */
export const document = defineFamily({
  family: 'DOCUMENT',
  title: { en: 'Document', ja: '文書' },
  types: {
    PaperWritten: { acts: [], extent: 'HAPPENING' },
    StrategyPublished: { acts: ['ASSERT'], extent: 'STATE' },
    LawEnacted: { acts: ['ASSERT'], extent: 'STATE' },
    DocumentAmended: { acts: ['AMEND', 'REVOKE'], extent: 'STATE' },
    DocumentEnded: { acts: ['END'], extent: 'STATE' },
  },
});
