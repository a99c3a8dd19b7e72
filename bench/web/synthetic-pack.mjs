import { PACK_FORMAT, STATUSES, traitsOf } from '@policy-timeline/domain';
import { random } from '../measure.mjs';

const EVER = -1_000_000_000;
const OPEN = 1_073_741_823;
const NO_DAY = -0x7fffffff;
const FIRST = 14_610; // 2010-01-01
const LAST = 20_726; // 2026-09-30
/** Stretches of one measure: one before it was announced, the others one after another. */
const FACTS_PER_SLOT = 10;
const COUNTRIES =
  'ARG AUS BRA CAN CHE CHL CHN COL DEU ESP FRA GBR IDN IND ITA JPN KOR MEX NOR PER PHL SGP THA TUR TWN VNM ZAF'.split(
    ' ',
  );

/**
 * A pack as the API writes it, made up: `facts` stretches of date and known day, ten to a measure, each with a rate of its own.
 * The same seed makes the same pack.
 */
export function syntheticPack(facts) {
  const next = random(facts);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const traits = (status, hasValue) =>
    traitsOf({ status: STATUSES.indexOf(status), modality: 0, isPossible: false, hasValue });
  const slots = Math.round(facts / FACTS_PER_SLOT);
  const track = { slots: [], statements: [], slotStart: [0], coveredThrough: [] };
  const columns = [
    'dateFrom',
    'dateUntil',
    'knownFrom',
    'knownUntil',
    'dueOn',
    'traits',
    'statement',
    'event',
  ];
  for (const column of columns) track[column] = [];
  const put = (row) => {
    for (const column of columns) track[column].push(row[column]);
  };
  const pack = {
    format: PACK_FORMAT,
    languages: ['en', 'ja'],
    position: facts,
    hash: `synthetic-${facts}`,
    newestKnown: LAST,
    parties: Object.fromEntries(COUNTRIES.map((id) => [id, { en: id, ja: id }])),
    topics: { made: { title: { en: 'Made up', ja: '試作' }, through: LAST } },
    slots: [],
    events: [],
    sources: [
      {
        kind: 'DATASET',
        id: 'made',
        title: { en: 'Made up', ja: '試作' },
        publisher: 'bench',
        date: '2026-09-30',
      },
    ],
    deadlines: [],
  };
  for (let slot = 0; slot < slots; slot++) {
    const partner = pick(COUNTRIES);
    const id = `tariff/us/programme-${slot % 97}/${partner}-${slot}`;
    const known = FIRST + Math.floor(next() * (LAST - FIRST - 400));
    pack.slots.push({
      id,
      subject: id,
      title: { en: `Programme ${slot % 97} · ${partner}`, ja: `制度${slot % 97}・${partner}` },
      family: 'TARIFF',
      topic: 'made',
      partners: [partner],
      authorities: ['USA'],
    });
    pack.events.push({
      id: `event-${slot}`,
      title: { en: `Order ${slot}`, ja: `命令${slot}` },
      stream: id,
      topic: 'made',
      family: 'TARIFF',
      type: 'TariffOrdered',
      modality: 'FACT',
      direction: next() < 0.6 ? 'TIGHTENING' : 'EASING',
      day: known,
      from: null,
      until: null,
      known,
      knownBasis: 'ANNOUNCED',
      actors: ['USA'],
      targets: [partner],
      partners: [partner],
      slots: [slot],
      sources: [0],
    });
    track.slots.push(slot);
    track.coveredThrough.push(LAST);
    const rest = { dueOn: NO_DAY };
    put({
      ...rest,
      dateFrom: EVER,
      dateUntil: OPEN,
      knownFrom: EVER,
      knownUntil: known,
      traits: traits('NOT_IN_FORCE', false),
      statement: -1,
      event: -1,
    });
    let from = known + Math.floor(next() * 30);
    put({
      ...rest,
      dateFrom: EVER,
      dateUntil: from,
      knownFrom: known,
      knownUntil: OPEN,
      traits: traits('SCHEDULED', true),
      statement: track.statements.length,
      event: slot,
    });
    for (let i = 2; i < FACTS_PER_SLOT; i++) {
      const until = i === FACTS_PER_SLOT - 1 ? OPEN : from + 20 + Math.floor(next() * 400);
      const paused = next() < 0.15;
      track.statements.push({
        value: { kind: 'RATE', ratePercent: 1 + Math.floor(next() * 50), rateBasis: 'ADDITIONAL' },
        event: slot,
        from: null,
        until: null,
        known,
        retroactiveDays: null,
      });
      put({
        ...rest,
        dateFrom: from,
        dateUntil: until,
        knownFrom: known,
        knownUntil: OPEN,
        traits: traits(paused ? 'SUSPENDED' : 'IN_FORCE', true),
        statement: track.statements.length - 1,
        event: slot,
      });
      from = until;
    }
    track.slotStart.push(track.dateFrom.length);
  }
  pack.tracks = { LEGAL: track, COLLECTED: null };
  return pack;
}

/** The stretches in force or paused, as items of a timeline: `[from, until)` in day numbers, and a label. */
export function itemsOf(pack) {
  const { LEGAL } = pack.tracks;
  const items = [];
  pack.slots.forEach((slot, index) => {
    for (let row = LEGAL.slotStart[index]; row < LEGAL.slotStart[index + 1]; row++) {
      if (LEGAL.statement[row] < 0 || LEGAL.dateFrom[row] === EVER) continue;
      items.push({
        id: row,
        from: LEGAL.dateFrom[row],
        until: Math.min(LEGAL.dateUntil[row], LAST + 730),
        label: `${slot.title.en} ${LEGAL.statements[LEGAL.statement[row]].value.ratePercent}%`,
      });
    }
  });
  return items;
}
export const DAYS = { first: FIRST, last: LAST };
