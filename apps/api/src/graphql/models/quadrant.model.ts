import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QuadrantRow } from '@policy-timeline/domain';
import type { Asked } from '../asked.js';
import { Partner, partnerNode } from './partner.model.js';
import { eventNode, PolicyEvent, Source } from './policy-event.model.js';
import { Text } from './text.model.js';

@ObjectType({ description: 'One partner on the chart.' })
export class Quadrant {
  @Field(() => ID, { description: 'As the chart names it: ISO 3166-1 alpha-3, or `EU`.' })
  code!: string;
  @Field(() => Partner, { description: 'The same country or bloc in the view the chart was asked for in.' })
  partner!: Partner;
  @Field(() => Int, {
    nullable: true,
    description:
      '1 surplus, high · 2 surplus, low · 3 deficit, low · 4 deficit, high; null where a figure is missing or the balance is zero.',
  })
  quadrant!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'By the other boundary rule: spending at the mark counts as high.',
  })
  quadrantAtLeast!: number | null;
  @Field(() => Boolean, { description: 'The two rules differ: spending lies exactly on the mark.' })
  boundary!: boolean;
  @Field(() => String, { nullable: true, description: 'SPENDING_MISSING, BALANCE_MISSING or BALANCE_ZERO.' })
  noQuadrant!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'US goods balance in millions of US dollars; positive is a US surplus.',
  })
  tradeBalanceUsdMillion!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Military spending in percent of GDP: 1.4 means 1.4 %.',
  })
  militaryPercentOfGdp!: number | null;
  @Field(() => Int, { nullable: true, description: 'Year of the balance.' })
  year!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Year of the spending; five countries have another than the balance.',
  })
  spendingYear!: number | null;
  @Field(() => [Source], { description: 'What the figures are taken from.' })
  sources!: readonly Source[];
  @Field(() => Boolean, {
    description: 'Spending lies within 0.1 points of the mark, the width of the rounding.',
  })
  close!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Where the text of the paper itself places the country, an opinion; null: it does not.',
  })
  placedByPaper!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The tariff printed beside the figures, in percent: a figure of the table, not a duty line.',
  })
  tariffShownPercent!: number | null;
  @Field(() => Text, { nullable: true, description: 'Why the paper does not place it, in our words.' })
  note!: Text | null;
  @Field(() => [PolicyEvent], { description: 'The observations behind the figures, with their sources.' })
  decidedBy!: PolicyEvent[];
}

export function quadrantNode(from: Asked & { readonly basis: string }, row: QuadrantRow): Quadrant {
  const decidedBy = [...new Set([row.balance?.event, row.spending?.event])]
    .flatMap((id) => (id === undefined ? [] : [eventNode(from, id)]))
    .filter((node) => node !== null);
  const sources = new Map(decidedBy.flatMap(({ sources }) => sources).map((source) => [source.id, source]));
  return {
    code: row.code,
    partner: partnerNode(from, row.partner),
    quadrant: row.quadrant,
    quadrantAtLeast: row.byRule.atLeast,
    boundary: row.boundary,
    close: row.close,
    noQuadrant: row.noQuadrant,
    tradeBalanceUsdMillion: row.balance?.amount ?? null,
    militaryPercentOfGdp: row.spending?.amount ?? null,
    tariffShownPercent: row.tariffShown?.amount ?? null,
    year: row.balance?.year ?? null,
    spendingYear: row.spending?.year ?? null,
    placedByPaper: row.placedByPaper?.quadrant ?? null,
    note: row.note && { en: row.note.en, ja: row.note.ja },
    sources: [...sources.values()],
    decidedBy,
  };
}
