import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { DiffKind, DiffSide, DiffRow as Row, WorldChange } from '@policy-timeline/domain';
import { DiffKindEnum, WorldChangeEnum } from '../enums.js';
import { PolicyReading, readingNode } from './policy-reading.model.js';

@ObjectType({ description: 'One slot in one leg of the walk from a to b.' })
export class DiffRow {
  @Field(() => DiffKindEnum)
  kind!: DiffKind;
  @Field(() => ID)
  slot!: string;
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
    change,
    before: before && readingNode(from, before),
    after: after && readingNode(to, after),
  };
}
