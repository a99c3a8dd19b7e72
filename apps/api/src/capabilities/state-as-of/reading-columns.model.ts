import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Certainty, Day, Family, SlotReading, Status, Timeline } from '@policy-timeline/domain';
import { CertaintyEnum, FamilyEnum, StatusEnum } from '../../graphql/enums.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';
import { PartialDateScalar } from '../../graphql/scalars/partial-date.scalar.js';

/** Only the columns that a query selects are made. */
@ObjectType({
  description:
    'Readings as columns: entry i of every list belongs to the same reading, in order of slot id. A tenth of the work and a third of the bytes of as many objects.',
})
export class ReadingColumns {
  readonly #timeline: Timeline;
  readonly #readings: readonly SlotReading[];

  constructor(timeline: Timeline, readings: readonly SlotReading[]) {
    this.#timeline = timeline;
    this.#readings = readings;
  }

  @Field(() => Int, { description: 'Length of every list. Example: 764.' })
  get length(): number {
    return this.#readings.length;
  }
  @Field(() => [ID], { description: 'Example: `tariff/us/reciprocal/JPN`.' })
  get slot(): string[] {
    return this.#column(({ slot }) => slot);
  }
  @Field(() => [FamilyEnum])
  get family(): Family[] {
    return this.#column(({ family }) => family);
  }
  @Field(() => [StatusEnum])
  get status(): Status[] {
    return this.#column(({ status }) => status);
  }
  @Field(() => [CertaintyEnum])
  get certainty(): Certainty[] {
    return this.#column(({ certainty }) => certainty);
  }
  @Field(() => [Boolean], { description: 'The day lies beyond what was known or covered.' })
  get projected(): boolean[] {
    return this.#column(({ projected }) => projected);
  }
  @Field(() => [Float], {
    nullable: 'items',
    description: 'Percent of customs value (24 means 24 %), where the value is a rate. Example: 24.',
  })
  get ratePercent(): (number | null)[] {
    return this.#column(({ value }) => (value?.kind === 'RATE' ? value.ratePercent : null));
  }
  @Field(() => [Float], {
    nullable: 'items',
    description: 'Where the value is a quantity, in `unit`. Example: -68467.',
  })
  get amount(): (number | null)[] {
    return this.#column(({ value }) => (value?.kind === 'QUANTITY' ? value.amount : null));
  }
  @Field(() => [String], { nullable: 'items', description: 'Of `amount`. Example: `usdMillion`.' })
  get unit(): (string | null)[] {
    return this.#column(({ value }) => (value?.kind === 'QUANTITY' ? value.unit : null));
  }
  @Field(() => [PartialDateScalar], { nullable: 'items', description: 'As the source gives it.' })
  get validFrom(): (string | null)[] {
    return this.#column(({ validFrom }) => validFrom);
  }
  @Field(() => [PartialDateScalar], {
    nullable: 'items',
    description: 'The first day that no longer counts.',
  })
  get validUntil(): (string | null)[] {
    return this.#column(({ validUntil }) => validUntil);
  }
  @Field(() => [DateScalar], { nullable: 'items' })
  get knownFrom(): (Day | null)[] {
    return this.#column(({ knownFrom }) => knownFrom);
  }
  @Field(() => [ID], { nullable: 'items', description: 'Id of the deciding event. Example: `eo-14345`.' })
  get decidedBy(): (string | null)[] {
    return this.#column(({ decidedBy }) => decidedBy);
  }
  @Field(() => [String], { description: 'English name of the subject.' })
  get titleEn(): string[] {
    return this.#column(({ subject }) => this.#timeline.subject(subject).title.en);
  }
  @Field(() => [String], { description: 'Japanese name of the subject.' })
  get titleJa(): string[] {
    return this.#column(({ subject }) => this.#timeline.subject(subject).title.ja);
  }

  #column<Entry>(entry: (reading: SlotReading) => Entry): Entry[] {
    return this.#readings.map(entry);
  }
}
