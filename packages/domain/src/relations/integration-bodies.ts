import type { SlotReading } from '../bitemporal/slot-reading.js';
import type { Certainty, Status } from '../bitemporal/status.js';
import type { Timeline } from '../bitemporal/timeline.js';
import type { View } from '../bitemporal/view.js';
import type { PartyId, SlotId } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';
import {
  type Evidence,
  evidenceOf,
  evidenceWhere,
  type Frame,
  frameOf,
  PAPERS,
  readIfRecorded,
} from './evidence.js';

export type Body = 'unasur' | 'alba';

export interface Member {
  readonly country: PartyId;
  /** As the source gives the joining; null: attested as a member, the day unknown. */
  readonly since: string | null;
  /** POSSIBLE between the founding of the body and the day by which the country must have joined. */
  readonly certainty: Certainty;
  readonly event: string;
}
export interface Exit {
  readonly country: PartyId;
  readonly from: string | null;
  readonly event: string;
}
export interface Money {
  readonly slot: SlotId;
  readonly value: Value;
  readonly status: Status;
  readonly event: string;
}

export interface IntegrationBody {
  readonly body: Body;
  readonly title: Text;
  readonly status: Status;
  readonly event: string | null;
  readonly members: readonly Member[];
  readonly exits: readonly Exit[];
  readonly steps: readonly Evidence[];
  readonly money: readonly Money[];
  /** Driver, attitude, basis and weakness, as the paper judges them; null before it was public. */
  readonly character:
    | (Readonly<Record<'driver' | 'attitude' | 'basis' | 'weakness', Text>> & {
        readonly asMarked: 'OPINION';
        readonly event: string;
      })
    | null;
}

export interface Base {
  readonly slot: SlotId;
  readonly title: Text;
  readonly status: Status;
  readonly value: Value | null;
  readonly validFrom: string | null;
  readonly certainty: Certainty;
  readonly event: string;
}

/** Bodies of integration with their members on a day, and foreign bases beside them. */
export interface IntegrationBodies {
  readonly bodies: readonly IntegrationBody[];
  /** Members of both, for certain or possibly. */
  readonly overlap: readonly PartyId[];
  /** Bases, fleets and facilities by who uses them; ended ones stay listed with their status. */
  readonly basesByUser: readonly { readonly user: PartyId; readonly bases: readonly Base[] }[];
  /** Operations by who conducted them: they fill their days and hold nothing afterwards. */
  readonly operationsByUser: readonly { readonly user: PartyId; readonly operations: readonly Evidence[] }[];
  /** Decisions about bases: not to extend a lease, to close a station. */
  readonly baseSteps: readonly Evidence[];
  readonly frame: Frame;
}

interface BodySource {
  readonly title: Text;
  readonly steps: readonly string[];
  readonly money: readonly SlotId[];
  readonly character: Readonly<Record<'driver' | 'attitude' | 'basis' | 'weakness', Text>>;
}

const BODIES: Readonly<Record<Body, BodySource>> = {
  unasur: {
    title: { en: 'UNASUR', ja: '南米諸国連合（UNASUR）' },
    steps: [
      'south-american-summit-1',
      'csn-approved',
      'csn-summit-1',
      'csn-summit-2',
      'csn-becomes-unasur',
      'unasur-treaty',
      'cds-founded',
    ],
    money: ['agreement/banco-del-sur#capital', 'agreement/banco-del-sur#voting'],
    character: {
      driver: { en: 'Brazil', ja: 'ブラジル' },
      attitude: {
        en: 'More bargaining power, no hostility to the United States',
        ja: '交渉力の強化、対米敵視はしない',
      },
      basis: {
        en: 'Mercosur and the Andean Community; the EU as model',
        ja: 'メルコスールとアンデス共同体、EUが手本',
      },
      weakness: { en: 'Differing views among the members', ja: '加盟国間の考えの違い' },
    },
  },
  alba: {
    title: { en: 'ALBA', ja: '米州ボリバル代替構想（ALBA）' },
    steps: [
      'alba-proposed',
      'alba-founded',
      'tcp-signed',
      'alba-bank-decided',
      'sucre-agreed',
      'sucre-first-settlement',
    ],
    money: ['policy/alba/sucre', 'policy/alba/sucre#clearing-funds', 'membership/alba-bank#capital'],
    character: {
      driver: { en: 'Venezuela', ja: 'ベネズエラ' },
      attitude: {
        en: 'Critical of the United States, against neoliberalism',
        ja: '米国に批判的、新自由主義に反対',
      },
      basis: { en: "Bolívar's ideas; trade in solidarity", ja: 'ボリバルの思想、連帯の貿易' },
      weakness: { en: "Rests on Venezuela's income", ja: 'ベネズエラの収入に依存' },
    },
  },
};

/** UNASUR against ALBA (paper 002): who belongs to each on a day, who joined and left, who is in both, and who uses which bases. */
export function integrationBodies(timeline: Timeline, view: View): IntegrationBodies {
  const frame = frameOf(timeline, view, PAPERS.southAmerica2010);
  const bodies = (['unasur', 'alba'] as const).map((body) => bodyOf(timeline, view, body, frame));
  const [unasur, alba] = bodies.map(({ members }) => members.map(({ country }) => country));
  return {
    bodies,
    overlap: (unasur ?? []).filter((country) => alba?.includes(country)),
    basesByUser: basesByUser(timeline, view),
    operationsByUser: operationsByUser(timeline, view),
    baseSteps: evidenceWhere(timeline, view, ({ type }) => type === 'DeploymentStepTaken'),
    frame,
  };
}

function bodyOf(timeline: Timeline, view: View, body: Body, frame: Frame): IntegrationBody {
  const { title, steps, money, character } = BODIES[body];
  const held = readIfRecorded(timeline, `membership/${body}`, view);
  const slots = [...timeline.index.slots.keys()]
    .filter((slot) => new RegExp(`^membership/${body}/[A-Z]{3}$`).test(slot))
    .sort();
  const readings = slots.map((slot) => timeline.read(slot, view));
  const isMember = ({ status }: SlotReading): boolean => status === 'IN_FORCE' || status === 'SUSPENDED';
  const countryOf = ({ slot }: SlotReading): PartyId => slot.slice(-3);
  const members = readings.filter(isMember);
  return {
    body,
    title,
    status: held?.status ?? 'UNKNOWN',
    event: held?.decidedBy ?? null,
    members: members.map((reading) => ({
      country: countryOf(reading),
      since: reading.validFrom,
      certainty: reading.certainty,
      event: reading.decidedBy as string,
    })),
    exits: readings
      .filter(({ status }) => status === 'ENDED' || status === 'SUPERSEDED')
      .map((reading) => ({
        country: countryOf(reading),
        from: reading.validFrom,
        event: reading.decidedBy as string,
      })),
    steps: steps.flatMap((id) => evidenceOf(timeline, view, id) ?? []),
    money: money.flatMap((slot) => {
      const reading = readIfRecorded(timeline, slot, view);
      return reading?.value && reading.decidedBy !== null && hasBegun(reading.status, reading.certainty)
        ? [{ slot, value: reading.value, status: reading.status, event: reading.decidedBy }]
        : [];
    }),
    character: frame.published ? { ...character, asMarked: 'OPINION', event: frame.event } : null,
  };
}

/** What lies ahead of the date and is known only with hindsight stays out; what may have begun stays in. */
const hasBegun = (status: Status, certainty: Certainty): boolean =>
  status !== 'NOT_IN_FORCE' && (status !== 'SCHEDULED' || certainty === 'POSSIBLE');

function basesByUser(timeline: Timeline, view: View): IntegrationBodies['basesByUser'] {
  const bases = timeline
    .state(view, { families: ['DEPLOYMENT'] })
    .filter(
      ({ slot, decidedBy, status, certainty }) =>
        !slot.includes('#') && decidedBy !== null && hasBegun(status, certainty),
    )
    .map((reading) => ({
      user: userOf(timeline, reading.subject),
      slot: reading.slot,
      title: timeline.subject(reading.subject).title,
      status: reading.status,
      value: reading.value,
      validFrom: reading.validFrom,
      certainty: reading.certainty,
      event: reading.decidedBy as string,
    }));
  return grouped(bases).map(([user, list]) => ({ user, bases: list.map(({ user: _, ...base }) => base) }));
}

function operationsByUser(timeline: Timeline, view: View): IntegrationBodies['operationsByUser'] {
  const operations = evidenceWhere(timeline, view, ({ type }) => type === 'OperationConducted').map(
    (evidence) => ({
      user: timeline.event(evidence.event)?.event.actors[0] ?? 'UNKNOWN',
      evidence,
    }),
  );
  return grouped(operations).map(([user, list]) => ({
    user,
    operations: list.map(({ evidence }) => evidence),
  }));
}

/** `deployment/us/manta` is used by the United States, whoever the host is. */
function userOf(timeline: Timeline, subject: string): PartyId {
  const users: Readonly<Record<string, PartyId>> = { us: 'USA', russia: 'RUS' };
  return users[subject.split('/')[1] ?? ''] ?? timeline.subject(subject).authorities[0] ?? 'UNKNOWN';
}

function grouped<T extends { readonly user: PartyId }>(
  list: readonly T[],
): readonly [PartyId, readonly T[]][] {
  const users = [...new Set(list.map(({ user }) => user))].sort();
  return users.map((user) => [user, list.filter((entry) => entry.user === user)]);
}
