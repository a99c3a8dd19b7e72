import { loadCatalogue } from '@policy-timeline/data';
import { Timeline } from '@policy-timeline/domain';

/** The record as the shipped catalogue gives it, at the positions at which a new log has it. */
export function record() {
  const { events } = loadCatalogue();
  return Timeline.of(events.map((event, position) => ({ position, event })));
}

/** Every day of 2025: no two requests in a row ask the same. */
export const DATES = Array.from({ length: 365 }, (_, i) =>
  new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
);

const FIELDS = 'slot status certainty projected validFrom';
const page = (name, first, after) =>
  `${name}: stateAsOf(date: $date, first: ${first}${after ? `, after: $${after}` : ''}) { readings { edges { node { ${FIELDS} } } } }`;

/** 500 readings: three pages, because the largest has 200. */
export const FIVE_HUNDRED = `query ($date: Date!, $second: String, $third: String) { ${page('a', 200)} ${page('b', 200, 'second')} ${page('c', 100, 'third')} }`;
export const COLUMNS = `query ($date: Date!) { stateAsOf(date: $date) { columns { ${FIELDS} } } }`;
export const REASONS =
  'query ($date: Date!) { stateAsOf(date: $date, first: 50) { readings { edges { node { slot status value { __typename ... on RateValue { ratePercent } ... on TextValue { text { en ja } } } subject { id title { en ja } } decidedBy { id title { en ja } sources { id title { en } where } } because { verb depth event { id title { en } } } insteadOf { verb event { id title { en } } } } } } } }';

/** A cursor of the API: the key of the row it stands on. */
const cursor = (slot) => Buffer.from(`k:${slot}`).toString('base64url');

/** Rows of a reading as the questions select them. */
export const rowOf = ({ slot, status, certainty, projected, validFrom }) => ({
  slot,
  status,
  certainty,
  projected,
  validFrom,
});

/** What is listed on a day, as the API lists it. */
export const listed = (timeline, view) =>
  timeline.state(view).filter(({ status }) => status !== 'NOT_IN_FORCE');

export function fiveHundredVariables(date, slots) {
  return { date, second: cursor(slots[199]), third: cursor(slots[399]) };
}

export const body = (query, variables) => JSON.stringify({ query, variables });
