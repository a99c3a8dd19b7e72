import type { Act, Family, PartyId, SlotId } from '../../events/envelope.js';
import type { SubjectDescription } from '../../events/record-event.js';
import type { Value } from '../../events/value.js';
import type { Random } from './random.js';

/** The event type by which a family does each act; an act left out is not done in it. */
export type TypeOfAct = Readonly<Partial<Record<Act, string>>>;

/** One kind of measure: how its subjects are named, who acts, and what its slots hold. */
interface Kind {
  readonly family: Family;
  readonly share: number;
  readonly programme: string;
  readonly types: TypeOfAct & { readonly ASSERT: string };
  readonly value: (random: Random) => Value;
}

const rate = (random: Random): Value => ({
  kind: 'RATE',
  ratePercent: random.between(0, 100) / 2,
  rateBasis: 'ADDITIONAL',
});
const flag = (): Value => ({ kind: 'FLAG' });
const quantity =
  (unit: string, most: number) =>
  (random: Random): Value => ({ kind: 'QUANTITY', amount: random.between(1, most), unit });
const holder = (random: Random): Value => {
  const name = `Holder ${random.between(1, 900)}`;
  return { kind: 'TEXT', text: { en: name, ja: name } };
};

const KINDS: readonly Kind[] = [
  {
    family: 'TARIFF',
    share: 45,
    programme: 'duty',
    types: {
      ASSERT: 'TariffOrdered',
      SUSPEND: 'TariffSuspended',
      AMEND: 'TariffAmended',
      END: 'TariffEnded',
      REVOKE: 'TariffRevoked',
      RETRACT: 'TariffRetracted',
    },
    value: rate,
  },
  {
    family: 'SANCTION',
    share: 20,
    programme: 'measure',
    types: {
      ASSERT: 'SanctionImposed',
      SUSPEND: 'SanctionSuspended',
      AMEND: 'SanctionAmended',
      END: 'SanctionLifted',
      REVOKE: 'SanctionRevoked',
      RETRACT: 'SanctionRetracted',
    },
    value: flag,
  },
  {
    family: 'MEMBERSHIP',
    share: 8,
    programme: 'body',
    types: {
      ASSERT: 'MemberJoined',
      SUSPEND: 'MembershipSuspended',
      AMEND: 'MembershipAmended',
      END: 'MemberLeft',
      REVOKE: 'MembershipAmended',
      RETRACT: 'MembershipRetracted',
    },
    value: flag,
  },
  {
    family: 'DESIGNATION',
    share: 8,
    programme: 'list',
    types: {
      ASSERT: 'DesignationMade',
      SUSPEND: 'DesignationSuspended',
      AMEND: 'DesignationAmended',
      END: 'DesignationEnded',
      REVOKE: 'DesignationAmended',
    },
    value: flag,
  },
  {
    family: 'DEPLOYMENT',
    share: 5,
    programme: 'mission',
    types: {
      ASSERT: 'ForcesDeployed',
      SUSPEND: 'DeploymentSuspended',
      AMEND: 'DeploymentAmended',
      END: 'DeploymentEnded',
      REVOKE: 'DeploymentAmended',
    },
    value: quantity('persons', 40_000),
  },
  {
    family: 'AGREEMENT',
    share: 5,
    programme: 'accord',
    types: {
      ASSERT: 'AgreementReached',
      SUSPEND: 'AgreementSuspended',
      AMEND: 'AgreementAmended',
      END: 'AgreementEnded',
      REVOKE: 'AgreementRevoked',
    },
    value: flag,
  },
  {
    family: 'POLICY',
    share: 4,
    programme: 'programme',
    types: {
      ASSERT: 'PolicyAdopted',
      SUSPEND: 'PolicySuspended',
      AMEND: 'PolicyAmended',
      END: 'PolicyEnded',
      REVOKE: 'PolicyAmended',
    },
    value: quantity('usdMillion', 900),
  },
  {
    family: 'INDICATOR',
    share: 3,
    programme: 'series',
    types: { ASSERT: 'IndicatorObserved', AMEND: 'IndicatorRevised', REVOKE: 'IndicatorRevised' },
    value: quantity('percent', 100),
  },
  {
    family: 'OFFICE',
    share: 2,
    programme: 'post',
    types: {
      ASSERT: 'OfficeTaken',
      AMEND: 'OfficeAmended',
      END: 'OfficeLeft',
      REVOKE: 'OfficeAmended',
    },
    value: holder,
  },
];

const AUTHORITIES: readonly PartyId[] = ['USA', 'USA', 'USA', 'org:eu', 'CHN', 'GBR', 'JPN'];
export const PARTNERS: readonly PartyId[] =
  'CAN MEX BRA ARG CHL COL PER VEN CUB HND GTM PAN GBR DEU FRA ITA ESP NLD BEL POL SWE NOR CHE AUT GRC TUR RUS UKR KAZ CHN JPN KOR PRK TWN HKG VNM THA MYS SGP IDN PHL IND PAK BGD AUS NZL SAU ARE QAT IRN IRQ ISR EGY ZAF NGA KEN ETH MAR DZA TUN'.split(
    ' ',
  );
const TOPICS_PER_FAMILY = 4;

/** What a slot is about; the same number is always the same slot. */
export interface SubjectOfSlot {
  readonly slot: SlotId;
  readonly stream: string;
  readonly kind: Kind;
  readonly description: SubjectDescription;
}

/** Every tenth slot is an attribute beside the main one of the subject before it. */
export function subjectOfSlot(index: number): SubjectOfSlot {
  const beside = index % 10 === 9;
  const number = beside ? index - 1 : index;
  const kind = kindOf(number);
  const programme = Math.floor(number / PARTNERS.length);
  const partner = PARTNERS[number % PARTNERS.length] as PartyId;
  const authority = AUTHORITIES[programme % AUTHORITIES.length] as PartyId;
  const stream = `${kind.family.toLowerCase()}/${authority.replace('org:', '').toLowerCase()}/${kind.programme}-${programme}`;
  const id = `${stream}/${partner}`;
  const title = `${kind.programme} ${programme}: ${partner}`;
  return {
    slot: beside ? `${id}#scope` : id,
    stream,
    kind,
    description: {
      id,
      title: { en: title, ja: title },
      family: kind.family,
      topic: topicName(kind, programme),
      partners: [partner],
      authorities: [authority],
    },
  };
}

/** Partners of a programme have one family, so the family goes by programme. */
function kindOf(number: number): Kind {
  const programme = Math.floor(number / PARTNERS.length);
  // The golden ratio spreads the families evenly, however few programmes there are.
  let left = ((programme * 0.618033988749895) % 1) * KINDS.reduce((sum, { share }) => sum + share, 0);
  for (const kind of KINDS) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  return KINDS[0] as Kind;
}

const topicName = (kind: Kind, programme: number): string =>
  `${kind.family.toLowerCase()}-${programme % TOPICS_PER_FAMILY}`;

/** Every topic that a subject may have, with its family. */
export const TOPICS: readonly { readonly topic: string; readonly family: Family }[] = KINDS.flatMap((kind) =>
  Array.from({ length: TOPICS_PER_FAMILY }, (_, i) => ({ topic: topicName(kind, i), family: kind.family })),
);
