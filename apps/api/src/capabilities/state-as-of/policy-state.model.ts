import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '@policy-timeline/domain';
import type { Asked } from '../../graphql/asked.js';
import { ReadingFilter } from '../../graphql/inputs/reading-filter.input.js';
import { ViewInput } from '../../graphql/inputs/view.input.js';
import { Coverage, coverageOf } from '../../graphql/models/coverage.model.js';
import { DateInterval } from '../../graphql/models/date-interval.model.js';
import { readingNode } from '../../graphql/models/policy-reading.model.js';
import { ReadingConnection } from '../../graphql/models/reading-connection.model.js';
import { countsOf, StateCounts } from '../../graphql/models/state-counts.model.js';
import { pageOf } from '../../graphql/pages.js';
import { BasisScalar } from '../../graphql/scalars/basis.scalar.js';
import { DateScalar } from '../../graphql/scalars/date.scalar.js';
import { ReadingColumns } from './reading-columns.model.js';
import { type AnswerIntervals, answerIntervals } from './same-answer-interval.js';
import type { StateReadings } from './state-readings.js';

@ArgsType()
export class StateArguments extends ViewInput {
  @Field(() => ReadingFilter, { nullable: true })
  filter?: ReadingFilter | null;
  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 200.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  after?: string | null;
}

/** Everything beside the page is worked out when a query selects it, from the readings that the page is cut from. */
@ObjectType({ description: 'What held on a day, judged by what was known.' })
export class PolicyState {
  readonly #state: StateReadings;
  readonly #asked: Asked & { readonly basis: string };
  readonly #page: Pick<StateArguments, 'first' | 'after'>;
  #intervals: AnswerIntervals | undefined;
  #readings: ReadingConnection | undefined;
  #columns: ReadingColumns | undefined;

  constructor(
    asked: Asked & { readonly basis: string },
    state: StateReadings,
    page: Pick<StateArguments, 'first' | 'after'>,
  ) {
    this.#asked = asked;
    this.#state = state;
    this.#page = page;
  }

  @Field(() => DateScalar, { description: 'The day asked about. Example: `2025-08-20`.' })
  get date(): Day {
    return this.#asked.view.date;
  }
  @Field(() => DateScalar, { nullable: true, description: 'As asked; null: everything up to the basis.' })
  get knownAt(): Day | null {
    return this.#asked.view.knownAt;
  }
  @Field(() => BasisScalar)
  get basis(): string {
    return this.#asked.basis;
  }
  @Field(() => [Coverage], { description: 'Of the topics that the filter touches.' })
  get coverage(): readonly Coverage[] {
    return coverageOf(
      this.#asked.timeline,
      this.#state.passing.map(({ topic }) => topic),
    );
  }
  @Field(() => StateCounts)
  get counts(): StateCounts {
    return countsOf(this.#state.passing);
  }
  @Field(() => ReadingConnection, {
    description: 'Slots that read NOT_IN_FORCE are left out unless `statuses` asks for them.',
  })
  get readings(): ReadingConnection {
    const { listed, rows } = this.#state;
    this.#readings ??= pageOf(
      listed,
      (slot) => rows.slot(slot),
      this.#page,
      (slot) => readingNode(this.#asked, rows.at(slot)),
    );
    return this.#readings;
  }
  @Field(() => ReadingColumns, {
    description:
      'The same readings as columns, all of them and not only a page: for charts and tables of the whole state.',
  })
  get columns(): ReadingColumns {
    this.#columns ??= new ReadingColumns(this.#asked.timeline, this.#state);
    return this.#columns;
  }
  @Field(() => DateInterval, {
    description: 'The answer is the same for every date inside: do not ask again there.',
  })
  get validInterval(): DateInterval {
    return this.#sameAnswer().validInterval;
  }
  @Field(() => DateInterval, { description: 'The answer is the same for every known day inside.' })
  get knownInterval(): DateInterval {
    return this.#sameAnswer().knownInterval;
  }

  #sameAnswer(): AnswerIntervals {
    const { timeline, view } = this.#asked;
    this.#intervals ??= answerIntervals(timeline, view, this.#state.candidates);
    return this.#intervals;
  }
}
