import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Day, Family, Timeline } from '@policy-timeline/domain';
import { FamilyEnum } from '../enums.js';
import { DateScalar } from '../scalars/date.scalar.js';
import { PartialDateScalar } from '../scalars/partial-date.scalar.js';
import { Text } from './text.model.js';

@ObjectType({ description: 'How far one source makes the record of a topic complete.' })
export class CoverageBySource {
  @Field(() => ID, { description: 'Example: `paper-000`.' })
  source!: string;
  @Field(() => PartialDateScalar)
  completeFrom!: string;
  @Field(() => PartialDateScalar, { description: 'Its last day is the last day covered.' })
  completeThrough!: string;
  @Field(() => Text, { nullable: true })
  note?: Text | null;
}

@ObjectType({
  description: 'How far the record of a topic is complete. After it, a scheduled change reads UNKNOWN.',
})
export class Coverage {
  @Field(() => ID, { description: 'Example: `nafta-renegotiation`.' })
  topic!: string;
  @Field(() => Text)
  title!: Text;
  @Field(() => FamilyEnum)
  family!: Family;
  @Field(() => DateScalar, { nullable: true, description: 'Last day covered by any source.' })
  coveredThrough!: Day | null;
  @Field(() => [CoverageBySource])
  sources!: readonly CoverageBySource[];
}

/** Coverage of the topics given, or of all, by topic; topics that nobody declared are left out. */
export function coverageOf(
  timeline: Timeline,
  topics: Iterable<string | null> = timeline.record.coverage.keys(),
): Coverage[] {
  return [...new Set(topics)]
    .filter((topic) => topic !== null)
    .sort()
    .flatMap((topic) => {
      const covered = timeline.coverageOf(topic);
      const row = covered?.rows[0];
      return covered && row
        ? [
            {
              topic,
              title: row.title,
              family: row.family,
              coveredThrough: covered.through,
              sources: covered.rows,
            },
          ]
        : [];
    });
}
