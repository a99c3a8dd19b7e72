import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Effect as DomainEffect } from '@policy-timeline/domain';
import { Effect, type EventNode, KnownWindow, PolicyEvent } from './models/policy-event.model.js';
import { ValueUnion, valueNode } from './models/value.model.js';

@Resolver(() => PolicyEvent)
export class PolicyEventResolver {
  @ResolveField(() => KnownWindow, { nullable: true })
  knownWindow(@Parent() event: EventNode): KnownWindow | null {
    return event.from.timeline.record.knownWindows.get(event.id) ?? null;
  }

  @ResolveField(() => [Effect])
  effects(@Parent() event: EventNode): readonly DomainEffect[] {
    return event.effects;
  }
}

@Resolver(() => Effect)
export class EffectResolver {
  @ResolveField(() => ValueUnion, { nullable: true })
  value(@Parent() effect: DomainEffect): object | null {
    return valueNode(effect.value);
  }
}
