import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { isPartner, paperReading } from '@policy-timeline/domain';
import { newestView, prefixOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { Node, type TypedNode } from '../../graphql/models/node.model.js';
import { paperNode, sourceIdOf } from '../../graphql/models/paper.model.js';
import { partnerNode, readPartnerId } from '../../graphql/models/partner.model.js';
import { partyNode } from '../../graphql/models/party.model.js';
import { eventNode } from '../../graphql/models/policy-event.model.js';
import { subjectIfAny } from '../../graphql/models/subject.model.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import type { Prefix } from '../../timeline/prefix.js';
import { Timelines } from '../../timeline/timelines.js';

@Resolver(() => Node)
export class NodeResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => Node, {
    nullable: true,
    description:
      'An object by the id that it carries in `id`: an event, a subject, a paper, a party or a partner in its view; null when the record has none of that id.',
  })
  node(
    @Args('id', { type: () => ID, description: 'Example: `tariff/us/reciprocal/JPN`.' }) id: string,
    @Args('basis', { type: () => BasisScalar, nullable: true }) basis: string | null,
    @Context() context: RequestContext,
  ): TypedNode | null {
    return found(prefixOf(this.timelines, context, basis), id);
  }
}

function found({ timeline, basis }: Prefix, id: string): TypedNode | null {
  const from = { timeline, view: newestView(timeline), basis };
  const partner = readPartnerId(id);
  if (partner)
    return isPartner(timeline, partner.code)
      ? typed('Partner', partnerNode({ ...from, view: partner.view }, partner.code))
      : null;
  const event = eventNode(from, id);
  if (event) return typed('PolicyEvent', event);
  const subject = subjectIfAny(from, id);
  if (subject) return typed('Subject', subject);
  if (timeline.record.parties.has(id)) return typed('Party', partyNode(from, id));
  const source = sourceIdOf(id);
  const reading = source === id ? null : paperReading(timeline, source);
  return reading ? typed('Paper', paperNode(from, source, reading)) : null;
}

const typed = (name: string, node: object): TypedNode => Object.assign(node, { __typename: name });
