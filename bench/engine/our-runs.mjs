// Our side of every row, as functions that make a run: what is timed beside the peers, and beside another revision.
import { inTurn } from './questions.mjs';

export const DAYS_OF_A_TIMELINE = 731;
export const DAYS_OF_A_SCRUB = 700;

/** The lines that rows scrub along, with the first day of the scrub and the view of each day. */
export function scrubsOf(ours, questions) {
  const { newest } = ours;
  const [{ date: first }, { date, knownAt }] = questions;
  return {
    scrubDate: { along: { axis: 'VALID', knownAt: newest }, first, viewAt: (day) => [day, newest] },
    scrubKnown: { along: { axis: 'KNOWN', date }, first: knownAt, viewAt: (day) => [date, day] },
  };
}

/** The lines on which whole states are asked, with what `knownAt` is for a date. */
export function linesOf(ours, questions) {
  const fixed = questions[3].knownAt;
  return {
    latest: { along: { axis: 'VALID', knownAt: ours.newest }, knownAtOf: () => ours.newest },
    lived: { along: { axis: 'VALID', asLived: true }, knownAtOf: (date) => date },
    fixed: { along: { axis: 'VALID', knownAt: fixed }, knownAtOf: () => fixed },
  };
}

/** Pairs of views thirty days apart. */
export function pairsOf(ours, questions) {
  return questions.map(({ date }) => [
    { date, knownAt: ours.newest },
    { date: date + 30, knownAt: ours.newest },
  ]);
}

export function runsOf(ours, hot, questions) {
  const out = new Int32Array(ours.slotCount);
  const asking = (run) => {
    const next = inTurn(questions);
    return () => run(next());
  };
  const onLine = (along) => () => {
    const line = ours.line(along);
    return asking(({ date }) => line.at(date, out));
  };
  const scrubbing =
    ({ along, first }) =>
    () => {
      const line = ours.line(along);
      const last = first + DAYS_OF_A_SCRUB;
      let [day, step] = [first, 1];
      line.at(first, out);
      // To and fro, as a hand on the scrubber.
      return () => {
        line.move(out, day, day + step);
        day += step;
        if (day === last || day === first) step = -step;
      };
    };
  const lines = linesOf(ours, questions);
  const scrubs = scrubsOf(ours, questions);
  return {
    slot: () => asking(({ date, knownAt }) => ours.row(hot, date, knownAt)),
    latest: onLine(lines.latest.along),
    lived: onLine(lines.lived.along),
    fixed: onLine(lines.fixed.along),
    any: () => asking(({ date, knownAt }) => ours.state(date, knownAt, out)),
    scrubDate: scrubbing(scrubs.scrubDate),
    scrubKnown: scrubbing(scrubs.scrubKnown),
    diff: () => {
      const next = inTurn(pairsOf(ours, questions));
      return () => ours.diff(...next());
    },
    timeline: () => {
      const line = ours.line(lines.latest.along);
      const first = questions[0].date;
      return () => {
        line.at(first, out);
        for (let d = 1; d < DAYS_OF_A_TIMELINE; d++) line.move(out, first + d - 1, first + d);
      };
    },
  };
}
