import { agreement } from './agreement.js';
import { deployment } from './deployment.js';
import { designation } from './designation.js';
import { document } from './document.js';
import { election } from './election.js';
import type { EventTypeDefinition, FamilyDefinition } from './family.js';
import { forecast } from './forecast.js';
import { indicator } from './indicator.js';
import { meeting } from './meeting.js';
import { membership } from './membership.js';
import { negotiation } from './negotiation.js';
import { office } from './office.js';
import { policy } from './policy.js';
import { sanction } from './sanction.js';
import { situation } from './situation.js';
import { statement } from './statement.js';
import { tariff } from './tariff.js';
import { threat } from './threat.js';

/** Every family of the record, in the order in which lists show them. */
export const families: readonly FamilyDefinition[] = [
  tariff,
  sanction,
  negotiation,
  agreement,
  membership,
  office,
  election,
  deployment,
  designation,
  indicator,
  document,
  threat,
  meeting,
  statement,
  policy,
  situation,
  forecast,
];

const byType = new Map<
  string,
  { readonly family: FamilyDefinition; readonly definition: EventTypeDefinition }
>(
  families.flatMap((family) =>
    Object.entries(family.types).map(([type, definition]) => [type, { family, definition }] as const),
  ),
);

/** The family and rules of an event type, or undefined when no family knows it. */
export function eventType(
  type: string,
): { readonly family: FamilyDefinition; readonly definition: EventTypeDefinition } | undefined {
  return byType.get(type);
}
