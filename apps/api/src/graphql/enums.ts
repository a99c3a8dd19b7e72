import { registerEnumType } from '@nestjs/graphql';
import {
  ACTS,
  DEADLINE_KINDS,
  FAMILIES,
  FIRMNESSES,
  KNOWN_BASES,
  LINE_STATUSES,
  MODALITIES,
  OUTCOMES,
  PREFERENCE_CLAIMS,
  RELATION_TYPES,
  SOURCE_KINDS,
  STATUSES,
  TARIFF_AUTHORITIES,
} from '@policy-timeline/domain';
import { OUTCOMES_OF_ATTEMPTS } from '../auth/audit-trail.js';
import { IMPORT_KINDS } from '../store/seeding/import-files.js';

type Named<Value extends string> = Readonly<{ [V in Value]: V }>;

/** Key and value are one text, so GraphQL shows what the domain and the log say. */
function enumOf<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  valueDescriptions: Partial<Record<Value, string>> = {},
): Named<Value> {
  const named = Object.fromEntries(values.map((value) => [value, value])) as Named<Value>;
  const valuesMap = Object.fromEntries(
    Object.entries(valueDescriptions).map(([value, text]) => [value, { description: text as string }]),
  );
  registerEnumType(named, {
    name,
    description,
    valuesMap: valuesMap as { [V in Value]?: { description: string } },
  });
  return named;
}

export const ReadingEnum = enumOf(
  'Reading',
  'Which day of an imprecise date counts.',
  ['NOMINAL', 'CERTAIN', 'POSSIBLE'],
  {
    NOMINAL:
      'First day of the stated unit for a start, the first day after it for an end, the last day for a known day.',
    CERTAIN: 'Starts and known days at their latest, ends at their earliest: what held for sure.',
    POSSIBLE: 'Starts and known days at their earliest, ends at their latest: what may have held.',
  },
);
export const TrackEnum = enumOf(
  'Track',
  'Which of the two clocks of a fact counts.',
  ['LEGAL', 'COLLECTED'],
  { LEGAL: 'The act.', COLLECTED: 'What the border did.' },
);
export const AxisEnum = enumOf('Axis', 'The axis a timeline runs along.', ['VALID', 'KNOWN'], {
  VALID: 'Days on which it holds, with the view’s knowledge.',
  KNOWN: 'Days on which it was known, for the view’s date.',
});
export const StatusEnum = enumOf(
  'Status',
  'What became of a slot on the asked day, by what was known.',
  STATUSES,
  {
    SUSPENDED: 'A suspension decides; the value is what applies meanwhile.',
    SCHEDULED: 'Known, starts after the asked day.',
    EXPIRED: 'The range ran out and nothing lies beneath.',
    UNKNOWN: 'A scheduled change fell due after the record’s coverage ended; the value is the planned one.',
    NOT_IN_FORCE: 'Retracted, or nothing was said of it.',
  },
);
export const CertaintyEnum = enumOf('Certainty', 'POSSIBLE: inside the window of an imprecise date.', [
  'CERTAIN',
  'POSSIBLE',
]);
export const FamilyEnum = enumOf('Family', 'The kind of policy an event or subject belongs to.', FAMILIES);
export const ModalityEnum = enumOf(
  'Modality',
  'How firmly an event is said. Only FACT and REPORTED make a slot hold.',
  MODALITIES,
);
export const KnownBasisEnum = enumOf('KnownBasis', 'What the known day rests on.', KNOWN_BASES);
export const RelationTypeEnum = enumOf(
  'RelationType',
  'What an event says of another event.',
  RELATION_TYPES,
);
export const SourceKindEnum = enumOf(
  'SourceKind',
  'Kind of a source, by which conflicts are ranked: OFFICIAL before STATEMENT and DATASET before PAPER and PRESS.',
  SOURCE_KINDS,
);
export const DirectionEnum = enumOf('Direction', 'Towards more restriction, less, or neither.', [
  'TIGHTENING',
  'EASING',
  'NEITHER',
]);
export const ActEnum = enumOf('Act', 'What an effect does to its slot.', ACTS);
export const ExtentEnum = enumOf(
  'Extent',
  'A happening fills its day and holds nothing afterwards; a state holds until something ends it.',
  ['HAPPENING', 'STATE'],
);
export const DeadlineKindEnum = enumOf('DeadlineKind', 'What kind of day a deadline is.', DEADLINE_KINDS);
export const FirmnessEnum = enumOf('Firmness', 'How firm the day of a deadline is.', FIRMNESSES);
export const OutcomeEnum = enumOf('Outcome', 'What became of a deadline, with hindsight.', OUTCOMES);
export const EdgeEnum = enumOf('Edge', 'Which end of a range is meant.', ['START', 'END']);
export const DiffKindEnum = enumOf(
  'DiffKind',
  'Why two readings differ.',
  ['WORLD', 'PLAN', 'LEARNED', 'CORRECTED'],
  {
    WORLD: 'The world changed between the two dates.',
    PLAN: 'A future date moved, was added or dropped.',
    LEARNED: 'It was already so, but not known.',
    CORRECTED: 'Our record was wrong.',
  },
);
export const WorldChangeEnum = enumOf('WorldChange', 'The step a reading took.', [
  'BEGAN',
  'ENDED',
  'VALUE_CHANGED',
  'SUSPENDED',
  'RESUMED',
  'OTHER',
]);
export const TariffAuthorityEnum = enumOf('TariffAuthority', 'The law a duty rests on.', TARIFF_AUTHORITIES);
export const LineStatusEnum = enumOf(
  'LineStatus',
  'What a duty does to an import; UNRESOLVED: no source settles it.',
  LINE_STATUSES,
);
export const PreferenceClaimEnum = enumOf(
  'PreferenceClaim',
  'A preference that the importer claims.',
  PREFERENCE_CLAIMS,
);
export const RateKindEnum = enumOf('RateKind', 'How an instrument writes its duty.', [
  'ADDITIONAL',
  'INCLUSIVE',
  'QUOTA',
  'EXEMPT',
  'SPECIFIC',
  'NONE',
]);
export const RateBasisEnum = enumOf(
  'RateBasis',
  'ADDITIONAL: on top of other duty; TOTAL: with its base included; INCLUSIVE: max(MFN, rate).',
  ['ADDITIONAL', 'TOTAL', 'INCLUSIVE'],
);
export const ReasonVerbEnum = enumOf('ReasonVerb', 'How an event bears on a reading.', [
  'DECIDED_BY',
  ...RELATION_TYPES,
  'DISPLACES',
  'REVOKED_BY',
  'NOT_YET',
  'RAN_OUT',
  'LATER',
  'OTHER_ACCOUNT',
]);
export const ImportKindEnum = enumOf('ImportKind', 'What kind of file is imported.', IMPORT_KINDS, {
  OWN_CSV: 'Rows with the header of our export of events.',
  OWN_NDJSON: 'One event per line, each in the shape of `EventInput`.',
  OWN_YAML: 'A file of the catalogue.',
  FEDERAL_REGISTER: 'Documents of the Federal Register’s API v1, JSON.',
  GLOBAL_TRADE_ALERT: 'Interventions of Global Trade Alert, JSON or CSV.',
  FOLLOW_THE_MONEY: 'Entities of FollowTheMoney, JSON lines; sanctions become events.',
  OFAC_SDN: 'The Specially Designated Nationals list of OFAC, `SDN.CSV`.',
});
export const AttemptOutcomeEnum = enumOf(
  'AttemptOutcome',
  'What became of an attempt to write.',
  OUTCOMES_OF_ATTEMPTS,
  {
    REPEATED: 'It was in the log already; the first receipt was given again.',
    DRY_RUN: 'Decided and shown, not written.',
    DRAFTED: 'A file was read; nothing was written.',
  },
);
