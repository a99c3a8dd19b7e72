import { defineFamily } from './family.js';

/** Forces, bases and operations (`deployment/us/manta`). */
export const deployment = defineFamily({
  family: 'DEPLOYMENT',
  title: { en: 'Deployment', ja: '軍事展開' },
  types: {
    ForcesDeployed: { acts: ['ASSERT'], extent: 'STATE' },
    BaseOpened: { acts: ['ASSERT'], extent: 'STATE' },
    OperationConducted: { acts: ['ASSERT'], extent: 'HAPPENING' },
    DeploymentAmended: { acts: ['AMEND', 'REVOKE', 'ASSERT'], extent: 'STATE' },
    DeploymentSuspended: { acts: ['SUSPEND'], extent: 'STATE' },
    DeploymentEnded: { acts: ['END'], extent: 'STATE' },
    DeploymentStepTaken: { acts: [], extent: 'HAPPENING' },
  },
});
