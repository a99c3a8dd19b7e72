import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { type DiffKind, type DiffRow, diff } from '@policy-timeline/domain';
import { filterOf } from '../../graphql/asked.js';
import type { RequestContext } from '../../graphql/context.js';
import { askedBy } from '../../graphql/inputs/view.input.js';
import { coverageOf } from '../../graphql/models/coverage.model.js';
import { diffRow } from '../../graphql/models/diff-row.model.js';
import { pageOf } from '../../graphql/pages.js';
import { Timelines } from '../../timeline/timelines.js';
import { Diff, DiffArguments } from './diff.model.js';

/** The legs in the order in which they are walked. */
const LEGS: Readonly<Record<DiffKind, number>> = { CORRECTED: 0, LEARNED: 1, PLAN: 1, WORLD: 2 };

@Resolver(() => Diff)
export class DiffResolver {
  constructor(@Inject(Timelines) private readonly timelines: Timelines) {}

  @Query(() => Diff, {
    description: 'How two readings differ, and why: the world, the plan, our knowledge or our record.',
  })
  diff(@Args() question: DiffArguments, @Context() context: RequestContext): Diff {
    const [a, b] = [
      askedBy(this.timelines, context, question.a),
      askedBy(this.timelines, context, question.b),
    ];
    const rows = diff(a, b, filterOf(question.filter));
    const page = pageOf(rows, keyOf, question, (row) => diffRow(row, a, b));
    const of = (kind: DiffKind): number => rows.filter((row) => row.kind === kind).length;
    return {
      ...page,
      rows: page.edges.map(({ node }) => node),
      counts: { world: of('WORLD'), plan: of('PLAN'), learned: of('LEARNED'), corrected: of('CORRECTED') },
      basisA: a.basis,
      basisB: b.basis,
      coverage: coverageOf(
        b.timeline,
        rows.map(({ before, after }) => (after ?? before)?.topic ?? null),
      ),
    };
  }
}

const keyOf = ({ kind, slot }: DiffRow): string => `${LEGS[kind]} ${slot}`;
