import { Field, ID, ObjectType } from '@nestjs/graphql';
import type {
  AppendChange,
  Day,
  DiffKind,
  DiffSide,
  DiffRow as Row,
  Timeline,
  WorldChange,
} from '@policy-timeline/domain';
import { DiffKindEnum, WorldChangeEnum } from '../enums.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { PolicyReading, readingNode } from './policy-reading.model.js';

@ObjectType({ description: 'One slot in one leg of the walk from a to b.' })
export class DiffRow {
  @Field(() => DiffKindEnum)
  kind!: DiffKind;
  @Field(() => ID)
  slot!: string;
  @Field(() => DateScalar, {
    description: 'The day `after` is read on. In a `viewDiff`: the first day that reads otherwise.',
  })
  date!: Day;
  @Field(() => WorldChangeEnum, {
    description: 'For PLAN the reading at a’s date is the same and later days differ.',
  })
  change!: WorldChange;
  @Field(() => PolicyReading, { nullable: true, description: 'Null: nobody spoke of the slot.' })
  before!: PolicyReading | null;
  @Field(() => PolicyReading, { nullable: true })
  after!: PolicyReading | null;
}

/** The row with each reading bound to the view of its end of the leg. */
export function diffRow({ kind, slot, change, before, after }: Row, a: DiffSide, b: DiffSide): DiffRow {
  const knownA = a.timeline.knownAtOf(a.view);
  const knownB = b.timeline.knownAtOf(b.view);
  const at = (side: DiffSide, date: DiffSide['view']['date'], knownAt: typeof knownA): DiffSide => ({
    timeline: side.timeline,
    view: { ...side.view, date, knownAt, asLived: false },
  });
  const [first, moved, learned, last] = [
    at(a, a.view.date, knownA),
    at(b, a.view.date, knownA),
    at(b, a.view.date, knownB),
    at(b, b.view.date, knownB),
  ];
  const [from, to] =
    kind === 'CORRECTED' ? [first, moved] : kind === 'WORLD' ? [learned, last] : [moved, learned];
  return {
    kind,
    slot,
    date: to.view.date,
    change,
    before: before && readingNode(from, before),
    after: after && readingNode(to, after),
  };
}

/** What events change, each reading bound to the record without or with them. */
export function appendChangeRow(
  { kind, slot, change, view, before, after }: AppendChange,
  without: Timeline,
  including: Timeline,
): DiffRow {
  return {
    kind,
    slot,
    date: view.date,
    change,
    before: before && readingNode({ timeline: without, view }, before),
    after: after && readingNode({ timeline: including, view }, after),
  };
}
