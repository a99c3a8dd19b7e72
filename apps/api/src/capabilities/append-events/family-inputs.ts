import { Field, InputType, OmitType, registerEnumType } from '@nestjs/graphql';
import {
  type EventTypeDefinition,
  type Family,
  type FamilyDefinition,
  families,
} from '@policy-timeline/domain';
import { EventInput } from './append-events.input.js';
import { FAMILY_EXAMPLES } from './family-examples.js';

/** `TARIFF` → `Tariff`. */
const nameOf = (family: Family): string => family[0] + family.slice(1).toLowerCase();

/** An event type of one family alone, so that GraphQL itself refuses a type of another. */
function typeEnum({ family, types }: FamilyDefinition): object {
  const named = Object.fromEntries(Object.keys(types).map((type) => [type, type]));
  registerEnumType(named, {
    name: `${nameOf(family)}EventType`,
    description: `Event types of the family ${family}.`,
    valuesMap: Object.fromEntries(
      Object.entries(types).map(([type, definition]) => [type, { description: vocabularyOf(definition) }]),
    ),
  });
  return named;
}

const vocabularyOf = ({ acts, extent }: EventTypeDefinition): string =>
  `${extent === 'STATE' ? 'Begins, changes or ends a state' : 'A happening: it fills its days'}; ${
    acts.length === 0 ? 'does nothing to slots' : `acts: ${acts.join(', ')}`
  }.`;

/** The input of one family: `EventInput` with the types of that family. */
function familyInput(definition: FamilyDefinition): new () => EventInput {
  const { family } = definition;
  const types = typeEnum(definition);
  @InputType(`${nameOf(family)}EventInput`, {
    description: `An event of the family ${family}. Example: \`${FAMILY_EXAMPLES[family]}\`.`,
  })
  class OfFamily extends OmitType(EventInput, ['type'], InputType) {}
  Field(() => types, {
    description: 'What kind of event it is; each type says which acts its effects may use.',
  })(OfFamily.prototype, 'type');
  return OfFamily as new () => EventInput;
}

/** An event as the input of its family: exactly one member. */
@InputType({
  isOneOf: true,
  description: `An event as the input of its family, checked by GraphQL: exactly one of them. Example: \`{ meeting: ${FAMILY_EXAMPLES.MEETING} }\`.`,
})
export class FamilyEventInput {}
for (const definition of families) {
  const input = familyInput(definition);
  const { family, title } = definition;
  Field(() => input, { nullable: true, description: `${title.en}; its type has an example.` })(
    FamilyEventInput.prototype,
    family.toLowerCase(),
  );
}

/** The event that the one member holds. */
export const eventOfFamily = (given: FamilyEventInput): EventInput =>
  Object.values(given).find((event) => event != null) as EventInput;
