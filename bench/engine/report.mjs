// From times to the tables: every row with its peers, its targets, and pass or short.
import { GROWTH, NANOSECONDS_PER_CHANGE, ROWS, SIZES, TIE } from './rows.mjs';

const us = (value) =>
  value === undefined
    ? ''
    : value < 10
      ? value.toFixed(3)
      : value < 10_000
        ? value.toFixed(1)
        : Math.round(value).toLocaleString('en');
const times = (ratio) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en')}×`;

/** The peer a target names; `sql` and `sqlite` stand for the fastest of their forms. */
function peerTime(row, peer) {
  const fits = ([name]) =>
    peer === 'sql'
      ? name.startsWith('sqlite') || name === 'postgres'
      : name === peer || name.startsWith(`${peer},`);
  const found = Object.entries(row.peers).filter(fits);
  return found.length === 0 ? undefined : Math.min(...found.map(([, time]) => time.median));
}

/** Each target of a row as `{ says, found, ok }`; `ok` is null where the peer did not run. */
export function judged(definition, row, figure, share = 1) {
  return definition.targets.flatMap((target) => {
    if (target.microseconds) {
      const most = target.microseconds[figure];
      if (most === null) return [];
      return [
        { says: `≤ ${most} µs`, found: `${us(row.ours.median)} µs`, ok: row.ours.median <= most / share },
      ];
    }
    if (target.microsecondsBesideChanges) {
      const granted = (row.changes * NANOSECONDS_PER_CHANGE) / 1000;
      const most = target.microsecondsBesideChanges[figure] + granted;
      return [
        {
          says: `≤ 2 µs + changes = ${us(most)} µs`,
          found: `${us(row.ours.median)} µs with ${row.changes.toFixed(1)} changes`,
          ok: row.ours.median <= most / share,
        },
      ];
    }
    const theirs = peerTime(row, target.peer);
    const named = target.peer === 'sql' ? 'the best SQL' : target.peer;
    if (target.atMost) {
      const most = target.atMost[figure];
      const ratio = row.ours.median / theirs;
      return [{ says: `≤ ${most}× ${named}`, found: times(ratio), ok: ratio <= most / share }];
    }
    const least = target.atLeast[figure];
    const says = `≥ ${least.toLocaleString('en')}× ${named}`;
    if (theirs === undefined) return [{ says, found: 'not run', ok: null }];
    const ratio = theirs / row.ours.median;
    return [{ says, found: times(ratio), ok: ratio >= least * share }];
  });
}

const verdictOf = (ok) => (ok === null ? '–' : ok ? 'pass' : 'SHORT');

export function reportOf(results) {
  const sections = results.map(sectionOf);
  const growth = growthOf(results);
  const verdicts = [...sections.flatMap(({ verdicts }) => verdicts), ...growth.verdicts];
  const count = (wanted) => verdicts.filter((ok) => ok === wanted).length;
  return {
    results,
    tables: sections.map(({ text }) => text).join('\n'),
    curves: curvesOf(results),
    growth: growth.text,
    short: count(false),
    verdict: `\n${count(true)} targets met, ${count(false)} short, ${count(null)} without their peer`,
  };
}

function sectionOf(result) {
  const { figure } = SIZES[result.size];
  const verdicts = [];
  const lines = [
    `\n### ${result.size}: ${result.events.toLocaleString('en')} log records, ${result.slots.toLocaleString('en')} slots, ${result.rectangles.toLocaleString('en')} rectangles; the hottest slot heard ${result.hotActs.toLocaleString('en')} times\n`,
    `${result.compared.toLocaleString('en')} answers compared with the peers' before anything was timed, 0 differences. ${result.postgresSkipped ?? `PostgreSQL ${result.postgres}`}.\n`,
    '| µs, median (min–max) | ours | peers |',
    '|---|---|---|',
  ];
  const spread = ({ median, min, max }) => `${us(median)} (${us(min)}–${us(max)})`;
  for (const { id, title } of ROWS) {
    const row = result.rows[id];
    if (!row) continue;
    const peers = Object.entries(row.peers)
      .map(([name, time]) => `${name} ${spread(time)}`)
      .join('; ');
    lines.push(`| ${title} | ${spread(row.ours)} | ${peers} |`);
  }
  lines.push('', '| row | target | found | |', '|---|---|---|---|');
  const judge = (title, { says, found, ok }) => {
    verdicts.push(ok);
    lines.push(`| ${title} | ${says} | ${found} | ${verdictOf(ok)} |`);
  };
  for (const definition of ROWS) {
    const row = result.rows[definition.id];
    if (row) for (const one of judged(definition, row, figure)) judge(definition.title, one);
  }
  for (const one of extras(result)) judge(one.title, one);
  return { text: lines.join('\n'), verdicts };
}

/** Rows that are not a question beside a peer: appends, cold start, memory, the browser's pack. */
function extras({ appends, reading, memory, coldStart, browser, events }) {
  const found = [];
  const add = (title, says, text, ok) => found.push({ title, says, found: text, ok });
  if (appends) {
    const { 1: one, 100: hundred, 1000: thousand, hottest } = appends;
    const say = (time) => `${us(time.median)} µs`;
    if (hundred)
      add(
        'append, then the new whole state, 100 touched slots',
        '≤ 2× the cost with 1',
        `${times(hundred.median / one.median)} (1: ${say(one)}, 100: ${say(hundred)}${thousand ? `, 1,000: ${say(thousand)}` : ''}; to the hottest slot: ${say(hottest)})`,
        hundred.median <= 2 * one.median,
      );
  }
  if (reading) found.push(readingBetween(reading));
  if (coldStart) {
    const { parse, log, snapshot } = coldStart;
    add(
      'cold start from the log to the first whole state',
      '≤ 1.5× parsing the log alone',
      `${times(log / parse)} (${log.toFixed(0)} ms, parsing ${parse.toFixed(0)} ms)`,
      log <= 1.5 * parse,
    );
    add(
      'cold start from a snapshot to the first whole state and a reading',
      '≥ 10× sooner than from the log',
      `${times(log / snapshot)} (${snapshot.toFixed(0)} ms)`,
      log >= 10 * snapshot,
    );
  }
  if (memory) {
    add(
      'memory of index and columns',
      '≤ 150 bytes an event',
      `${memory.oursPerEvent.toFixed(0)} bytes`,
      memory.oursPerEvent <= 150,
    );
    add(
      'memory beside Emmett',
      '≥ 5× less',
      memory.emmettPerEvent === null
        ? `not loaded at ${events.toLocaleString('en')}: its append counts every stream for every event`
        : `${times(memory.emmettPerEvent / memory.oursPerEvent)} (${memory.emmettPerEvent.toFixed(0)} bytes)`,
      memory.emmettPerEvent === null ? null : memory.emmettPerEvent >= 5 * memory.oursPerEvent,
    );
  }
  if (browser) for (const one of browser) add(one.title, one.says, one.found, one.ok);
  return found;
}

/** How long anyone waited while the API's own code appended to a log in SQLite. */
function readingBetween({
  appends,
  read,
  turn,
  undisturbed,
  count,
  over,
  undisturbedOver,
  eventsInMemory,
  heapMb,
}) {
  const ms = (value) => `${value.toFixed(1)} ms`;
  return {
    title: `reads between ${appends.toLocaleString('en')} appends in a row; the log in SQLite, its events ${eventsInMemory ? 'in memory' : 'in the file alone'}, ${heapMb.toFixed(0)} MB of heap`,
    says: 'none over 5 ms',
    found: `longest read ${ms(read.max)}, longest turn of the event loop ${ms(turn.max)} (${ms(turn.collectingInTheLongest)} of it the collector of garbage), without the collector ${ms(undisturbed.max)}; of ${count.toLocaleString('en')} turns ${over} over 5 ms, ${undisturbedOver} of them without it`,
    ok: Math.max(read.max, turn.max) <= 5,
  };
}

/** Our medians at each size. */
function curvesOf(results) {
  return [
    `| µs, median | ${results.map(({ size, slots }) => `${size} (${slots.toLocaleString('en')} slots)`).join(' | ')} | grows with |`,
    `|---|${results.map(() => '---|').join('')}---|`,
    ...ROWS.map(
      ({ id, title, order }) =>
        `| ${title} | ${results.map(({ rows }) => us(rows[id]?.ours.median)).join(' | ')} | ${order} |`,
    ),
    `| rectangles | ${results.map(({ rectangles }) => rectangles.toLocaleString('en')).join(' | ')} | events |`,
    `| memory of index and columns, bytes an event | ${results.map(({ memory }) => memory.oursPerEvent.toFixed(0)).join(' | ')} | – |`,
  ].join('\n');
}

function growthOf(results) {
  const [small, large] = ['100k', '1M'].map((size) => results.find((result) => result.size === size));
  if (!small || !large) return { text: '', verdicts: [] };
  const verdicts = [];
  const lines = ['\n### Growth from 100k to 1M\n', '| row | ours | stated order | |', '|---|---|---|---|'];
  for (const { id, title, order } of ROWS) {
    if (!small.rows[id] || !large.rows[id]) continue;
    const grew = large.rows[id].ours.median / small.rows[id].ours.median;
    const { factor, says } = GROWTH[order];
    const ok = grew <= factor * TIE;
    verdicts.push(ok);
    lines.push(`| ${title} | ${times(grew)} | ${says} | ${verdictOf(ok)} |`);
  }
  return { text: lines.join('\n'), verdicts };
}
