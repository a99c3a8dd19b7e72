import { defineFamily } from './family.js';

/** A negotiation holds while it is open; its `#round` slot carries the number of the last round begun. */
export const negotiation = defineFamily({
  family: 'NEGOTIATION',
  title: { en: 'Negotiation', ja: '交渉' },
  types: {
    NegotiationOpened: { acts: ['ASSERT'], extent: 'STATE' },
    NegotiationRoundHeld: { acts: ['ASSERT', 'AMEND'], extent: 'HAPPENING' },
    NegotiationPositionTaken: { acts: ['ASSERT'], extent: 'STATE' },
    NegotiationStepTaken: { acts: ['ASSERT'], extent: 'HAPPENING' },
    NegotiationAmended: { acts: ['AMEND', 'REVOKE'], extent: 'STATE' },
    NegotiationSuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    NegotiationClosed: { acts: ['END'], extent: 'STATE' },
  },
});
