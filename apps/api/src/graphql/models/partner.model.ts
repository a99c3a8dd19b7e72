import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Day, formatDay, type PartyId, parseDay, type View, viewOf } from '@policy-timeline/domain';
import type { Asked } from '../asked.js';
import { BasisScalar } from '../scalars/basis.scalar.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { Node } from './node.model.js';

@ObjectType({
  implements: () => [Node],
  description:
    'Everything the record says of one country or bloc on a day, judged by what was known. All its fields are of one view.',
})
export class Partner {
  @Field(() => ID, {
    description: 'The partner and its view. Example: `partner:JPN@2025-08-20~2025-08-25`.',
  })
  id!: string;
  @Field(() => ID, { description: 'ISO 3166-1 alpha-3, or an `org:` id for a bloc. Example: `JPN`.' })
  code!: string;
  @Field(() => DateScalar, { description: 'The day asked about.' })
  date!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'As asked; null: everything up to the basis.' })
  knownAt!: Day | null;
  @Field(() => BasisScalar, { description: 'The prefix of the log that the whole answer comes from.' })
  basis!: string;
}

export interface PartnerNode extends Partner {
  readonly from: Asked & { readonly basis: string };
}

export function partnerNode(from: PartnerNode['from'], code: PartyId): PartnerNode {
  const { view, basis } = from;
  return { id: writePartnerId(code, view), code, date: view.date, knownAt: view.knownAt, basis, from };
}

/** The view is part of the id; what has its default is left out. */
function writePartnerId(code: PartyId, { date, knownAt, asLived, reading, track }: View): string {
  const known = asLived ? '~lived' : knownAt === null ? '' : `~${formatDay(knownAt)}`;
  const more = [reading === 'NOMINAL' ? '' : `!${reading}`, track === 'LEGAL' ? '' : `!${track}`].join('');
  return `partner:${code}@${formatDay(date)}${known}${more}`;
}

const PARTNER_ID =
  /^partner:(.+)@(\d{4}-\d{2}-\d{2})(?:~(lived|\d{4}-\d{2}-\d{2}))?(?:!(CERTAIN|POSSIBLE))?(?:!(COLLECTED))?$/;

/** The code and view of a partner's id; null when the id is another object's. @throws InvalidDate for a day that is none. */
export function readPartnerId(id: string): { readonly code: PartyId; readonly view: View } | null {
  const [, code, date, known, reading, track] = PARTNER_ID.exec(id) ?? [];
  if (code === undefined || date === undefined) return null;
  const view = viewOf({
    date: parseDay(date, 'id'),
    knownAt: known === undefined || known === 'lived' ? null : parseDay(known, 'id'),
    asLived: known === 'lived',
    reading: reading as View['reading'] | undefined,
    track: track as View['track'] | undefined,
  });
  return { code, view };
}
