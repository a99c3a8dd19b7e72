export const STATUSES = [
  'IN_FORCE',
  'SUSPENDED',
  'SCHEDULED',
  'ENDED',
  'EXPIRED',
  'SUPERSEDED',
  'NEVER_TOOK_EFFECT',
  'DATE_OPEN',
  'THREATENED',
  'PROPOSED',
  'UNKNOWN',
  'NOT_IN_FORCE',
] as const;
export type Status = (typeof STATUSES)[number];
export type Certainty = 'CERTAIN' | 'POSSIBLE';
