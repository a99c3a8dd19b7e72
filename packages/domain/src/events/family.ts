import type { Act, Family, PolicyEvent } from './envelope.js';
import type { Text } from './text.js';

/** The vocabulary of one event type: which acts its effects may use, and whether it fills days or begins a state. */
export interface EventTypeDefinition {
  readonly acts: readonly Act[];
  readonly extent: PolicyEvent['extent'];
}
/** A family with its event types by name. */
export interface FamilyDefinition {
  readonly family: Family;
  readonly title: Text;
  readonly types: Readonly<Record<string, EventTypeDefinition>>;
}

/** Keeps the literal names of a family's types; an event of that family uses one of them. */
export function defineFamily<const D extends FamilyDefinition>(definition: D): D {
  return definition;
}
