import { Args, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Family,
  families,
  figureSeriesOf,
  isPartner,
  type PartnerReadings,
  partnerReadings,
  quadrantChart,
  type SlotReading,
  upcoming,
} from '@policy-timeline/domain';
import { FamilyEnum } from './enums.js';
import { Coverage, coverageOf } from './models/coverage.model.js';
import { Deadline, deadlineNode } from './models/deadline.model.js';
import { FigureSeries, figureSeriesNode } from './models/figure-series.model.js';
import { Partner, type PartnerNode } from './models/partner.model.js';
import { Party, partyNode } from './models/party.model.js';
import { PolicyReading, type ReadingNode, readingNode } from './models/policy-reading.model.js';
import { Quadrant, quadrantNode } from './models/quadrant.model.js';
import { countsOf, StateCounts } from './models/state-counts.model.js';
import { Text } from './models/text.model.js';
import { checkDays } from './within-days.js';

@ObjectType({ description: 'What the record says of a partner in one family of policy.' })
export class PartnerFamily {
  @Field(() => FamilyEnum)
  family!: Family;
  @Field(() => Text, { description: 'Name of the family. Example: `{ en: "Tariffs", ja: "関税" }`.' })
  title!: Text;
  @Field(() => StateCounts)
  counts!: StateCounts;
  @Field(() => [PolicyReading], { description: 'In order of slot id.' })
  readings!: readonly ReadingNode[];
}

/** The fields of a partner, each worked out when asked for and all from the view at the root. */
@Resolver(() => Partner)
export class PartnerResolver {
  readonly #readings = new WeakMap<PartnerNode, PartnerReadings>();

  @ResolveField(() => Text, {
    description: 'Example: `{ en: "Japan", ja: "日本" }`; the code itself where the record has no name.',
  })
  name(@Parent() { code, from }: PartnerNode): Text {
    return partyNode(from, code).name;
  }

  @ResolveField(() => [Party], {
    description: 'Bodies it is a member of on the day, by id; what concerns them concerns it too.',
  })
  blocs(@Parent() partner: PartnerNode): Party[] {
    return this.#of(partner).blocs.map((id) => partyNode(partner.from, id));
  }

  @ResolveField(() => StateCounts, { description: 'Of all its readings, whatever the family.' })
  counts(@Parent() partner: PartnerNode): StateCounts {
    return countsOf(this.#of(partner).readings);
  }

  @ResolveField(() => [PartnerFamily], {
    description:
      'Its readings by family: what concerns it by name, through a bloc or as one of all, and what it decides itself. Families without a reading are left out.',
  })
  families(
    @Args('families', {
      type: () => [FamilyEnum],
      nullable: true,
      description: 'Only these. Example: `[TARIFF, SANCTION]`.',
    })
    only: Family[] | null,
    @Parent() partner: PartnerNode,
  ): PartnerFamily[] {
    return families
      .filter(({ family }) => !only?.length || only.includes(family))
      .flatMap(({ family, title }) => {
        const readings = this.#of(partner).readings.filter((reading) => reading.family === family);
        return readings.length === 0
          ? []
          : [{ family, title, counts: countsOf(readings), readings: nodesOf(partner, readings) }];
      });
  }

  @ResolveField(() => [PolicyReading], {
    description: 'Its membership in each body the record follows, ended ones included.',
  })
  memberships(@Parent() partner: PartnerNode): ReadingNode[] {
    return nodesOf(
      partner,
      this.#of(partner).readings.filter(
        ({ family, slot }) => family === 'MEMBERSHIP' && slot.endsWith(`/${partner.code}`),
      ),
    );
  }

  @ResolveField(() => [PolicyReading], { description: 'Who holds which of its offices.' })
  offices(@Parent() partner: PartnerNode): ReadingNode[] {
    return nodesOf(
      partner,
      this.#of(partner).readings.filter(
        ({ family, subject }) =>
          family === 'OFFICE' && partner.from.timeline.subject(subject).authorities.includes(partner.code),
      ),
    );
  }

  @ResolveField(() => [PolicyReading], {
    description: 'Negotiations it takes part in, and where they stand.',
  })
  negotiations(@Parent() partner: PartnerNode): ReadingNode[] {
    return nodesOf(
      partner,
      this.#of(partner).readings.filter(({ family }) => family === 'NEGOTIATION'),
    );
  }

  @ResolveField(() => Quadrant, {
    nullable: true,
    description: 'Its place on the chart of trade balance and military spending; null where it has none.',
  })
  quadrant(@Parent() { code, from }: PartnerNode): Quadrant | null {
    const row = quadrantChart(from.timeline, from.view).rows.find(({ partner }) => partner === code);
    return row ? quadrantNode(from, row) : null;
  }

  @ResolveField(() => [FigureSeries], {
    description: 'US trade with it over time, in millions of US dollars, where the record has it.',
  })
  trade(@Parent() partner: PartnerNode): FigureSeries[] {
    return this.figures(partner).filter(({ unit }) => unit === 'usdMillion');
  }

  @ResolveField(() => [FigureSeries], { description: 'Every figure of the record about it over time.' })
  figures(@Parent() { code, from }: PartnerNode): FigureSeries[] {
    return figureSeriesOf(from.timeline, from.view, code).map((series) => figureSeriesNode(from, series));
  }

  @ResolveField(() => [Deadline], {
    description:
      'What is ahead for it after the day, soonest first; without `knownAt` each with its outcome.',
  })
  upcoming(
    @Args('withinDays', {
      type: () => Int,
      defaultValue: 365,
      description: 'Days after the day, 0 to 100000.',
    })
    withinDays: number,
    @Parent() { code, from }: PartnerNode,
  ): Deadline[] {
    checkDays(withinDays);
    const { date, asLived, reading, track } = from.view;
    const knownAt = asLived ? date : from.view.knownAt;
    const question = { date, knownAt, withinDays, filter: { partners: [code] }, reading, track };
    return upcoming(from.timeline, question).map((deadline) => deadlineNode(from, deadline));
  }

  @ResolveField(() => [Coverage], { description: 'Of the topics of its readings.' })
  coverage(@Parent() partner: PartnerNode): Coverage[] {
    return coverageOf(
      partner.from.timeline,
      this.#of(partner).readings.map(({ topic }) => topic),
    );
  }

  #of(partner: PartnerNode): PartnerReadings {
    const { timeline, view } = partner.from;
    const readings =
      this.#readings.get(partner) ??
      (isPartner(timeline, partner.code)
        ? partnerReadings(timeline, view, partner.code)
        : { blocs: [], readings: [] });
    this.#readings.set(partner, readings);
    return readings;
  }
}

const nodesOf = ({ from }: PartnerNode, readings: readonly SlotReading[]): ReadingNode[] =>
  readings.map((reading) => readingNode(from, reading));
