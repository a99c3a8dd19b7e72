import { defineFamily } from './family.js';

/** Rates live on one slot per programme and partner or scope (`tariff/us/reciprocal/JPN`); orders, pauses and ends are events on it. */
export const tariff = defineFamily({
  family: 'TARIFF',
  title: { en: 'Tariff', ja: '関税' },
  types: {
    TariffOrdered: { acts: ['ASSERT', 'AMEND'], extent: 'STATE' },
    TariffSuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    TariffAmended: { acts: ['AMEND', 'ASSERT', 'REVOKE', 'END'], extent: 'STATE' },
    TariffEnded: { acts: ['END'], extent: 'STATE' },
    TariffRevoked: { acts: ['REVOKE'], extent: 'STATE' },
    TariffRetracted: { acts: ['RETRACT'], extent: 'STATE' },
    TariffExempted: { acts: ['ASSERT'], extent: 'STATE' },
    TariffDecided: { acts: [], extent: 'HAPPENING' },
  },
});
