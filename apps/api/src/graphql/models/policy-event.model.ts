import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  Act,
  Day,
  Direction,
  PolicyEvent as Event,
  Family,
  KnownBasis,
  Modality,
  RelationType,
  SettledEvent,
  SourceKind,
  Track,
} from '@policy-timeline/domain';
import type { Asked, From } from '../asked.js';
import {
  ActEnum,
  DirectionEnum,
  ExtentEnum,
  FamilyEnum,
  KnownBasisEnum,
  ModalityEnum,
  RelationTypeEnum,
  SourceKindEnum,
  TrackEnum,
} from '../enums.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { JsonScalar } from '../scalars/json.scalar.js';
import { PartialDateScalar } from '../scalars/partial-date.scalar.js';
import { DateSpec } from './date-spec.model.js';
import { Node } from './node.model.js';
import { TariffTerms } from './tariff-terms.model.js';
import { Text } from './text.model.js';

@ObjectType({ description: 'Where a fact is taken from.' })
export class Source {
  @Field(() => ID, { description: 'The same source has the same id everywhere, e.g. `paper-000`.' })
  id!: string;
  @Field(() => SourceKindEnum)
  kind!: SourceKind;
  @Field(() => Text)
  title!: Text;
  @Field(() => String, { nullable: true })
  author?: string | null;
  @Field(() => String)
  publisher!: string;
  @Field(() => PartialDateScalar, { description: 'The day, month or year the source carries.' })
  date!: string;
  @Field(() => String, { nullable: true, description: 'Page, section or heading within it.' })
  where?: string | null;
  @Field(() => String, { nullable: true })
  url?: string | null;
}

@ObjectType({ description: 'The days an event speaks of, as given.' })
export class Effective {
  @Field(() => DateSpec)
  from!: DateSpec;
  @Field(() => DateSpec, { nullable: true, description: 'The first day that no longer counts; null: open.' })
  until?: DateSpec | null;
  @Field(() => Boolean, { nullable: true, description: 'The act is given but its day is not fixed.' })
  dateOpen?: boolean | null;
}

@ObjectType({ description: 'When the public could know an event.' })
export class KnownWindow {
  @Field(() => DateScalar)
  earliest!: Day;
  @Field(() => DateScalar, { description: 'The day from which it counts as known.' })
  nominal!: Day;
  @Field(() => DateScalar)
  latest!: Day;
  @Field(() => DateScalar, {
    description: 'The last day of the documentation itself, which `reading: CERTAIN` waits for.',
  })
  documented!: Day;
}

@ObjectType({ description: 'What an event says of another event.' })
export class Relation {
  @Field(() => RelationTypeEnum)
  type!: RelationType;
  @Field(() => ID, { description: 'Id of the other event.' })
  to!: string;
}

@ObjectType({ description: 'One thing an event does to one slot.' })
export class Effect {
  @Field(() => ActEnum)
  act!: Act;
  @Field(() => ID, { description: '`subject`, or `subject#attribute`.' })
  slot!: string;
  @Field(() => DateSpec, { nullable: true, description: 'Left out: the event’s own days.' })
  from?: DateSpec | null;
  @Field(() => DateSpec, { nullable: true })
  until?: DateSpec | null;
  @Field(() => ID, { nullable: true, description: 'The event aimed at.' })
  target?: string | null;
  @Field(() => ID, { nullable: true, description: 'The event that takes the place of what is ended.' })
  successor?: string | null;
  @Field(() => TrackEnum, { nullable: true, description: 'Null: it counts on both tracks.' })
  track?: Track | null;
  @Field(() => TariffTerms, {
    nullable: true,
    description: 'For a duty: what goods it covers and how it stacks.',
  })
  terms?: TariffTerms | null;
}

@ObjectType({ implements: () => [Node], description: 'A dated event of the record, errata applied.' })
export class PolicyEvent {
  @Field(() => ID)
  id!: string;
  @Field(() => ID, { description: 'The stream it belongs to, e.g. `tariff/us/reciprocal`.' })
  stream!: string;
  @Field(() => ID)
  topic!: string;
  @Field(() => FamilyEnum)
  family!: Family;
  @Field(() => String, { description: 'Example: `TariffOrdered`.' })
  type!: string;
  @Field(() => ModalityEnum)
  modality!: Modality;
  @Field(() => ID, {
    nullable: true,
    description: 'The act told of, where several events tell of one; null: the event’s own id.',
  })
  fact?: string | null;
  @Field(() => DateSpec, {
    nullable: true,
    description: 'The known day as given; null: taken from the source or the effective day.',
  })
  knownOn?: DateSpec | null;
  @Field(() => KnownBasisEnum)
  knownBasis!: KnownBasis;
  @Field(() => DateSpec, { nullable: true })
  signedOn?: DateSpec | null;
  @Field(() => DateSpec, { nullable: true })
  publishedOn?: DateSpec | null;
  @Field(() => Effective)
  effective!: Effective;
  @Field(() => ExtentEnum)
  extent!: string;
  @Field(() => [ID], { description: 'ISO 3166-1 alpha-3 or `org:` ids.' })
  actors!: readonly string[];
  @Field(() => [ID], { description: 'ISO 3166-1 alpha-3, `org:` ids, or `*` for everyone.' })
  targets!: readonly string[];
  @Field(() => [String])
  persons!: readonly string[];
  @Field(() => Text)
  title!: Text;
  @Field(() => Text)
  summary!: Text;
  @Field(() => DirectionEnum)
  direction!: Direction;
  @Field(() => [Source])
  sources!: readonly Source[];
  @Field(() => [String], { description: 'Names of fields that are inferred rather than read in a source.' })
  inferred!: readonly string[];
  @Field(() => String, { nullable: true, description: 'Doubt about the source or the reading of it.' })
  note?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'What the type of the event adds.' })
  data?: unknown;
  @Field(() => Int, { description: 'Place in the log.' })
  position!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Position of the newest erratum applied; null: as first written.',
  })
  correctedAt!: number | null;
  @Field(() => Boolean, { description: 'False where a better account of the same act speaks in its place.' })
  projects!: boolean;
}

/** A relation seen from one of its ends; `leadsTo` is the event at the other. */
export interface RelationNode extends Relation, From {
  readonly leadsTo: string;
}

export interface EventNode extends Omit<Event, 'schemaVersion' | 'deadline'>, From {}

/** An event as an answer shows it. Its fields are those of the recorded event, read where they lie: a page shows hundreds. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the static block defines what the interface declares.
export class EventNode {
  readonly #settled: SettledEvent;

  constructor(
    readonly from: Asked,
    settled: SettledEvent,
  ) {
    this.#settled = settled;
  }

  get position(): number {
    return this.#settled.position;
  }
  get correctedAt(): number | null {
    return this.#settled.correctedAt;
  }
  get projects(): boolean {
    return this.#settled.projects;
  }

  static {
    const fields: readonly (keyof Event)[] = [
      'actors',
      'data',
      'direction',
      'effective',
      'effects',
      'extent',
      'fact',
      'family',
      'id',
      'inferred',
      'knownBasis',
      'knownOn',
      'modality',
      'note',
      'persons',
      'publishedOn',
      'relations',
      'signedOn',
      'sources',
      'stream',
      'summary',
      'targets',
      'title',
      'topic',
      'type',
    ];
    for (const field of fields)
      Object.defineProperty(EventNode.prototype, field, {
        get(this: EventNode) {
          return this.#settled.event[field];
        },
      });
  }
}
/** The event as the record of a prefix has it; null where the prefix has none of that id. */
export function eventNode(from: Asked, id: string | null): EventNode | null {
  const settled = id === null ? undefined : from.timeline.event(id);
  return settled ? new EventNode(from, settled) : null;
}
