import type { Family } from '@policy-timeline/domain';

/**
 * Families as lists show them: the order of the domain, observations last. Written out, because the domain's list brings the
 * rules of every event type with it; a test holds the two together.
 */
export const FAMILY_ORDER: readonly Family[] = [
  'TARIFF',
  'SANCTION',
  'NEGOTIATION',
  'AGREEMENT',
  'MEMBERSHIP',
  'OFFICE',
  'ELECTION',
  'DEPLOYMENT',
  'DESIGNATION',
  'DOCUMENT',
  'THREAT',
  'MEETING',
  'STATEMENT',
  'POLICY',
  'SITUATION',
  'FORECAST',
  'INDICATOR',
];
