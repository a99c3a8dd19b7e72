import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  type Certainty,
  type Day,
  type Family,
  type Status,
  subjectOf,
  type Timeline,
  type Value,
  type ViewRows,
} from '@policy-timeline/domain';
import { CertaintyEnum, FamilyEnum, StatusEnum } from '../../graphql/enums.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';
import { PartialDateScalar } from '../../graphql/scalars/partial-date.scalar.js';
import type { StateReadings } from './state-readings.js';

/** Only the columns that a query selects are made. */
@ObjectType({
  description:
    'Readings as columns: entry i of every list belongs to the same reading, in order of slot id. A tenth of the work and a third of the bytes of as many objects.',
})
export class ReadingColumns {
  readonly #timeline: Timeline;
  readonly #slots: readonly number[];
  readonly #rows: ViewRows;

  constructor(timeline: Timeline, { listed, rows }: Pick<StateReadings, 'listed' | 'rows'>) {
    this.#timeline = timeline;
    this.#slots = listed.slice();
    this.#rows = rows.whole();
  }

  @Field(() => Int, { description: 'Length of every list. Example: 764.' })
  get length(): number {
    return this.#slots.length;
  }
  @Field(() => [ID], { description: 'Example: `tariff/us/reciprocal/JPN`.' })
  get slot(): string[] {
    return this.#column((slot, rows) => rows.slot(slot));
  }
  @Field(() => [FamilyEnum])
  get family(): Family[] {
    return this.#column((slot, rows) => rows.family(slot));
  }
  @Field(() => [StatusEnum])
  get status(): Status[] {
    return this.#column((slot, rows) => rows.status(slot));
  }
  @Field(() => [CertaintyEnum])
  get certainty(): Certainty[] {
    return this.#column((slot, rows) => rows.certainty(slot));
  }
  @Field(() => [Boolean], { description: 'The day lies beyond what was known or covered.' })
  get projected(): boolean[] {
    return this.#column((slot, rows) => rows.projected(slot));
  }
  @Field(() => [Float], {
    nullable: 'items',
    description: 'Percent of customs value (24 means 24 %), where the value is a rate. Example: 24.',
  })
  get ratePercent(): (number | null)[] {
    return this.#values((value) => (value?.kind === 'RATE' ? value.ratePercent : null));
  }
  @Field(() => [Float], {
    nullable: 'items',
    description: 'Where the value is a quantity, in `unit`. Example: -68467.',
  })
  get amount(): (number | null)[] {
    return this.#values((value) => (value?.kind === 'QUANTITY' ? value.amount : null));
  }
  @Field(() => [String], { nullable: 'items', description: 'Of `amount`. Example: `usdMillion`.' })
  get unit(): (string | null)[] {
    return this.#values((value) => (value?.kind === 'QUANTITY' ? value.unit : null));
  }
  @Field(() => [PartialDateScalar], { nullable: 'items', description: 'As the source gives it.' })
  get validFrom(): (string | null)[] {
    return this.#column((slot, rows) => rows.validFrom(slot));
  }
  @Field(() => [PartialDateScalar], {
    nullable: 'items',
    description: 'The first day that no longer counts.',
  })
  get validUntil(): (string | null)[] {
    return this.#column((slot, rows) => rows.validUntil(slot));
  }
  @Field(() => [DateScalar], { nullable: 'items' })
  get knownFrom(): (Day | null)[] {
    return this.#column((slot, rows) => rows.knownFrom(slot));
  }
  @Field(() => [ID], { nullable: 'items', description: 'Id of the deciding event. Example: `eo-14345`.' })
  get decidedBy(): (string | null)[] {
    return this.#column((slot, rows) => rows.decidedBy(slot));
  }
  @Field(() => [String], { description: 'English name of the subject.' })
  get titleEn(): string[] {
    return this.#column((slot, rows) => this.#timeline.subject(subjectOf(rows.slot(slot))).title.en);
  }
  @Field(() => [String], { description: 'Japanese name of the subject.' })
  get titleJa(): string[] {
    return this.#column((slot, rows) => this.#timeline.subject(subjectOf(rows.slot(slot))).title.ja);
  }

  #values<Entry>(entry: (value: Value | null) => Entry): Entry[] {
    return this.#column((slot, rows) => entry(rows.value(slot)));
  }

  #column<Entry>(entry: (slot: number, rows: ViewRows) => Entry): Entry[] {
    const rows = this.#rows;
    return this.#slots.map((slot) => entry(slot, rows));
  }
}
