import { defineFamily } from './family.js';

/** Bodies and who belongs to them: one slot per member (`membership/alba/HND`), the body itself at `membership/alba`. */
export const membership = defineFamily({
  family: 'MEMBERSHIP',
  title: { en: 'Membership', ja: '加盟' },
  types: {
    BodyFounded: { acts: ['ASSERT'], extent: 'STATE' },
    BodyChanged: { acts: ['ASSERT', 'END'], extent: 'STATE' },
    BodyStepTaken: { acts: [], extent: 'HAPPENING' },
    MemberJoined: { acts: ['ASSERT'], extent: 'STATE' },
    MembersAttested: { acts: ['ASSERT'], extent: 'STATE' },
    MembershipSuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    MembershipAmended: { acts: ['AMEND', 'REVOKE'], extent: 'STATE' },
    MemberLeft: { acts: ['END'], extent: 'STATE' },
    MembershipRetracted: { acts: ['RETRACT'], extent: 'STATE' },
  },
});
