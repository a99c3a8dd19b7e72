import type { Deadline, Value } from '@policy-timeline/domain';
import type { Asked } from '../../graphql/asked.js';
import { deadlineNode } from '../../graphql/models/deadline.model.js';
import { eventNode } from '../../graphql/models/policy-event.model.js';
import { valueNode } from '../../graphql/models/value.model.js';

/** Members that hold the id of an event, or several; where they hold something else they are walked like any other. */
const EVENTS: ReadonlySet<string> = new Set([
  'event',
  'toldBy',
  'events',
  'followedBy',
  'alsoTold',
  'answers',
  'because',
  'conflicts',
]);
/** Figures that the domain gives as a number or UNKNOWN: GraphQL has null for what is not known. */
const PERHAPS_UNKNOWN: ReadonlySet<string> = new Set(['ratePercent', 'posts', 'vacantPosts']);

type Plain = Readonly<Record<string, unknown>>;

/** What a system answers, with ids of events in the place of which stand the events, read in the same view. */
export function systemNode<Model>(from: Asked, answer: object): Model {
  return walked(from, answer) as Model;
}

function walked(from: Asked, given: unknown): unknown {
  if (Array.isArray(given)) return given.map((item) => walked(from, item));
  if (typeof given !== 'object' || given === null) return given;
  const entries = Object.entries(given as Plain).map(([key, value]) => [key, member(from, key, value)]);
  const node = Object.fromEntries(entries);
  return 'ratePercent' in given ? { ...node, rateUnknown: given.ratePercent === 'UNKNOWN' } : node;
}

function member(from: Asked, key: string, value: unknown): unknown {
  if (EVENTS.has(key) && typeof value === 'string') return eventNode(from, value);
  if (EVENTS.has(key) && Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.map((id) => eventNode(from, id)).filter((event) => event !== null);
  if (key === 'value') return valueNode(value as Value | null);
  if (key === 'deadlines') return (value as readonly Deadline[]).map((row) => deadlineNode(from, row));
  if (PERHAPS_UNKNOWN.has(key) && value === 'UNKNOWN') return null;
  return walked(from, value);
}
