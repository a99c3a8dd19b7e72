import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  type Certainty,
  type Day,
  type DayRange,
  type KnownBasis,
  type Modality,
  type Reasons,
  type ReasonVerb,
  reasonsOf,
  type SlotReading,
  type Status,
} from '@policy-timeline/domain';
import type { Asked, From } from '../asked.js';
import { CertaintyEnum, KnownBasisEnum, ModalityEnum, ReasonVerbEnum, StatusEnum } from '../enums.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { PartialDateScalar } from '../scalars/partial-date.scalar.js';
import { DateInterval } from './date-interval.model.js';
import { type EventNode, eventNode, PolicyEvent } from './policy-event.model.js';
import { Subject, type SubjectNode, subjectNode } from './subject.model.js';
import { ValueUnion, valueNode } from './value.model.js';

@ObjectType({ description: 'One line of the chain of why.' })
export class ReasonLink {
  @Field(() => ReasonVerbEnum)
  readonly verb: ReasonVerb;
  @Field(() => Int, { description: 'Steps from the deciding event.' })
  readonly depth: number;

  constructor(
    private readonly from: Asked,
    link: { readonly verb: ReasonVerb; readonly depth: number; readonly event: string },
  ) {
    this.verb = link.verb;
    this.depth = link.depth;
    this.#event = link.event;
  }

  readonly #event: string;

  @Field(() => PolicyEvent)
  get event(): EventNode | null {
    return eventNode(this.from, this.#event);
  }
}

/**
 * What it leads to (subject, event, reasons) is worked out when a query selects it, from the view it was read in.
 * Getters instead of resolver methods: a page has hundreds of these, and each resolver call costs two promises.
 */
@ObjectType({ description: 'What one slot reads in one view.' })
export class PolicyReading {
  readonly #reading: SlotReading;
  #reasons: Reasons | undefined;

  constructor(
    readonly from: Asked,
    reading: SlotReading,
  ) {
    this.#reading = reading;
  }

  @Field(() => ID, { description: '`subject`, or `subject#attribute` for an attribute beside the main one.' })
  get slot(): string {
    return this.#reading.slot;
  }
  @Field(() => StatusEnum)
  get status(): Status {
    return this.#reading.status;
  }
  @Field(() => ModalityEnum)
  get modality(): Modality {
    return this.#reading.modality;
  }
  @Field(() => CertaintyEnum)
  get certainty(): Certainty {
    return this.#reading.certainty;
  }
  @Field(() => Boolean, {
    description: 'The day lies beyond what was known or covered: the plan, not what happened.',
  })
  get projected(): boolean {
    return this.#reading.projected;
  }
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'As the source gives it; null: no source gives a start.',
  })
  get validFrom(): string | null {
    return this.#reading.validFrom;
  }
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first day that no longer counts; null: none is set.',
  })
  get validUntil(): string | null {
    return this.#reading.validUntil;
  }
  @Field(() => DateScalar, { nullable: true })
  get knownFrom(): Day | null {
    return this.#reading.knownFrom;
  }
  @Field(() => KnownBasisEnum, { nullable: true })
  get knownBasis(): KnownBasis | null {
    return this.#reading.knownBasis;
  }
  @Field(() => Int, {
    nullable: true,
    description:
      'Days from the latest start to the earliest known day; 0 when known in time; null where the windows meet.',
  })
  get retroactiveDays(): number | null {
    return this.#reading.retroactiveDays;
  }
  @Field(() => DateInterval, {
    description: 'The deciding statement is the same on every date inside, with `knownAt` fixed.',
  })
  get validInterval(): DayRange {
    return this.#reading.validInterval;
  }
  @Field(() => DateInterval, {
    description: 'The deciding statement is the same on every known day inside, with `date` fixed.',
  })
  get knownInterval(): DayRange {
    return this.#reading.knownInterval;
  }
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day for which the record of its topic is complete.',
  })
  get coveredThrough(): Day | null {
    return this.#reading.coveredThrough;
  }
  @Field(() => [String], { description: 'Fields of the deciding event that are inferred rather than read.' })
  get inferred(): readonly string[] {
    return this.#reading.inferred;
  }
  @Field(() => Subject)
  get subject(): SubjectNode {
    return subjectNode(this.from, this.#reading.subject);
  }
  @Field(() => ValueUnion, {
    nullable: true,
    description: 'What holds, what is planned, or what applies meanwhile; null where nothing does.',
  })
  get value(): object | null {
    return valueNode(this.#reading.value);
  }
  @Field(() => PolicyEvent, {
    nullable: true,
    description:
      'What decides the reading. Null with NOT_IN_FORCE alone, where nothing that counts was said of the slot by the known day; lists hold such readings only if `statuses` asks for them.',
  })
  get decidedBy(): EventNode | null {
    return eventNode(this.from, this.#reading.decidedBy);
  }
  @Field(() => [ReasonLink], { description: 'The deciding event first, then what it rests on.' })
  get because(): ReasonLink[] {
    return this.#why().because.map((link) => new ReasonLink(this.from, link));
  }
  @Field(() => [ReasonLink], { description: 'What was also said of the slot and does not decide.' })
  get insteadOf(): ReasonLink[] {
    return this.#why().insteadOf.map((link) => new ReasonLink(this.from, link));
  }
  @Field(() => [PolicyEvent], {
    description: 'Events that say otherwise with equal authority, and other accounts of the same act.',
  })
  get conflicts(): EventNode[] {
    return this.#why()
      .conflicts.map((id) => eventNode(this.from, id))
      .filter((node) => node !== null);
  }

  #why(): Reasons {
    this.#reasons ??= reasonsOf(this.from.timeline, this.slot, this.from.view);
    return this.#reasons;
  }
}

export type ReadingNode = PolicyReading & From;

export const readingNode = (from: Asked, reading: SlotReading): ReadingNode =>
  new PolicyReading(from, reading);
