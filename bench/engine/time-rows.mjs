// Times the rows one after the other; within a row ours and the peers run interleaved.
import { interleavedBatches } from '../measure.mjs';
import { DAYS_OF_A_SCRUB, DAYS_OF_A_TIMELINE, linesOf, pairsOf, runsOf, scrubsOf } from './our-runs.mjs';
import { inTurn, questionsOf } from './questions.mjs';

/** So many days of a naive timeline are replayed; its time is this sample's, times 731 / sample. */
const DAYS_SAMPLED = 4;

/** @returns per row `{ ours, peers, changes }`, times in microseconds per call. */
export async function timeRows(sides, { rounds, millisecondsEach, only }) {
  const { ours, hot } = sides;
  const questions = questionsOf(20261121);
  const runs = runsOf(ours, hot, questions);
  const peers = peersOf(sides, questions);
  const rows = {};
  for (const id of Object.keys(runs)) {
    if (only && !only.includes(id)) continue;
    const { changes, ...candidates } = peers[id]();
    const present = Object.entries(candidates).filter(([, run]) => run);
    const { ours: mine, ...theirs } = await interleavedBatches(
      { ours: runs[id](), ...Object.fromEntries(present) },
      { rounds, millisecondsEach },
    );
    rows[id] = { ours: mine, peers: theirs, ...(changes === undefined ? {} : { changes }) };
  }
  if (rows.timeline) {
    const { naive } = rows.timeline.peers;
    for (const key of ['median', 'min', 'max']) naive[key] *= DAYS_OF_A_TIMELINE / DAYS_SAMPLED;
  }
  return rows;
}

/** What each row is measured against. */
function peersOf({ ours, naive, sqlite, postgres, emmett, hot }, questions) {
  const when = (peer, ask) => {
    if (!peer) return undefined;
    const next = inTurn(questions);
    return () => ask(next());
  };
  const answer = new Int32Array(ours.slotCount);
  ours.state(questions[0].date, questions[0].knownAt, answer);
  const into = new Int32Array(ours.slotCount);
  const whole = (viewOf) => ({
    copy: () => into.set(answer),
    naive: when(naive, (question) => naive.state(...viewOf(question))),
    'sqlite, correlated': when(sqlite, (question) => sqlite.stateCorrelated(...viewOf(question))),
    'sqlite, R*Tree': when(sqlite, (question) => sqlite.stateTree(...viewOf(question))),
    postgres: when(postgres, (question) => postgres.state(...viewOf(question))),
  });
  const onLine = (id) => () => whole(({ date }) => [date, linesOf(ours, questions)[id].knownAtOf(date)]);
  const scrubbed = (id) => () => {
    const scrub = scrubsOf(ours, questions)[id];
    let steps = 0;
    const view = () => scrub.viewAt(scrub.first + (steps++ % DAYS_OF_A_SCRUB));
    return {
      naive: () => naive.state(...view()),
      postgres: postgres && (() => postgres.state(...view())),
      changes: changesPerDay(ours, scrub),
    };
  };
  return {
    slot: () => ({
      emmett: when(emmett, ({ date, knownAt }) => emmett.slot(hot, date, knownAt)),
      'sqlite, index by known day': when(sqlite, ({ date, knownAt }) =>
        sqlite.oneByKnown(hot, date, knownAt),
      ),
      'sqlite, index by date': when(sqlite, ({ date, knownAt }) => sqlite.oneByDate(hot, date, knownAt)),
      postgres: when(postgres, ({ date, knownAt }) => postgres.slot(hot, date, knownAt)),
    }),
    latest: () => ({
      ...onLine('latest')(),
      'sqlite, what is known now': when(sqlite, ({ date }) => sqlite.stateNow(date)),
    }),
    lived: onLine('lived'),
    fixed: onLine('fixed'),
    any: () => whole(({ date, knownAt }) => [date, knownAt]),
    scrubDate: scrubbed('scrubDate'),
    scrubKnown: scrubbed('scrubKnown'),
    diff: () => {
      const pairs = pairsOf(ours, questions);
      const [forNaive, forPostgres] = [inTurn(pairs), inTurn(pairs)];
      const sizes = pairs.slice(0, 64).map((pair) => ours.diff(...pair).length);
      return {
        naive: () => naive.diff(...forNaive()),
        postgres: postgres && (() => postgres.diff(...forPostgres())),
        changes: sizes.reduce((sum, size) => sum + size, 0) / sizes.length,
      };
    },
    timeline: () => ({
      naive: () => {
        for (let d = 0; d < DAYS_SAMPLED; d++)
          naive.state(questions[0].date + Math.floor((d * DAYS_OF_A_TIMELINE) / DAYS_SAMPLED), ours.newest);
      },
    }),
  };
}

function changesPerDay(ours, { along, first }) {
  const line = ours.line(along);
  const [here, before] = [new Int32Array(ours.slotCount), new Int32Array(ours.slotCount)];
  line.at(first, here);
  let changes = 0;
  for (let day = first; day < first + DAYS_OF_A_SCRUB; day++) {
    before.set(here);
    line.move(here, day, day + 1);
    for (let slot = 0; slot < here.length; slot++) if (here[slot] !== before[slot]) changes++;
  }
  return changes / DAYS_OF_A_SCRUB;
}
