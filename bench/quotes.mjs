// One quote with the whole record, and every reciprocal partner on every day of 2025 and 2026, one quote per interval.
import { loadCatalogue } from '@policy-timeline/data';
import { parseDay, quoteIntervals, quoteTariff, Timeline } from '@policy-timeline/domain';
import { random } from './measure.mjs';

const MEDIAN_TARGET_MS = 0.2;
const SWEEP_TARGET_MS = 3000;

const { events } = loadCatalogue();
const timeline = Timeline.of(events.map((event, position) => ({ position, event })));
// The first annex lists the EU as one; its members are asked by way of Germany.
const reciprocal = events
  .filter(({ id }) => id.startsWith('recip1-'))
  .map(({ id }) => id.slice(-3).toUpperCase())
  .map((partner) => (partner === '-EU' ? 'DEU' : partner));
const goods = ['ordinary', 'steel', 'passenger-vehicles', '8703.23.01', '8471.50', '4407.11.00', '85'];

const pick = random(20261121);
const one = (from) => from[Math.floor(pick() * from.length)];
const [first, last] = [parseDay('2018-01-01'), parseDay('2026-09-30')];
const day = () => first + Math.floor(pick() * (last - first));
const questions = Array.from({ length: 4000 }, () => ({
  question: {
    partner: one([...reciprocal, 'CAN', 'MEX', 'BRA', 'AUS', 'HKG', 'GBR']),
    product: one(goods),
    mfnRatePercent: 2.5,
  },
  view: { date: day(), knownAt: pick() < 0.5 ? null : day(), track: pick() < 0.8 ? 'LEGAL' : 'COLLECTED' },
}));
const ask = ({ question, view }) => quoteTariff(timeline, question, view);

for (const question of questions.slice(0, 1000)) ask(question);
const samples = [];
for (let round = 0; round < 3; round++) {
  for (const question of questions) {
    const start = performance.now();
    ask(question);
    samples.push(performance.now() - start);
  }
}
samples.sort((a, b) => a - b);
const at = (share) => samples[Math.floor(samples.length * share)];

const range = { from: parseDay('2025-01-01'), until: parseDay('2027-01-01') };
const sweep = () => {
  const start = performance.now();
  let intervals = 0;
  for (const partner of reciprocal)
    intervals += quoteIntervals(
      timeline,
      { partner, product: 'ordinary', mfnRatePercent: 2.5 },
      {},
      range,
    ).length;
  return { milliseconds: performance.now() - start, intervals };
};
const runs = [sweep(), sweep(), sweep()];
const slowest = Math.max(...runs.map(({ milliseconds }) => milliseconds));

let compared = 0;
for (const partner of reciprocal) {
  const question = { partner, product: 'ordinary', mfnRatePercent: 2.5 };
  for (const { from, until, quote } of quoteIntervals(timeline, question, {}, range)) {
    for (const date of new Set([from, until - 1])) {
      if (JSON.stringify(quoteTariff(timeline, question, { date })) !== JSON.stringify(quote))
        throw new Error(`${partner} on day ${date}: the interval and the day disagree`);
      compared++;
    }
  }
}

console.log(`\nshipped record: ${events.length} log records; ${samples.length} quotes timed\n`);
console.log(
  `one quote, ms      p50 ${at(0.5).toFixed(4)}   p95 ${at(0.95).toFixed(4)}   p99 ${at(0.99).toFixed(4)}   (target p50 < ${MEDIAN_TARGET_MS})`,
);
console.log(
  `${reciprocal.length} partners × ${range.until - range.from} days, one quote per interval: ${runs[0].intervals} intervals, first run ${runs[0].milliseconds.toFixed(0)} ms, slowest of three ${slowest.toFixed(0)} ms (target < ${SWEEP_TARGET_MS} ms)`,
);
console.log(`${compared} first and last days of intervals asked alone, 0 differences`);
if (at(0.5) >= MEDIAN_TARGET_MS || slowest >= SWEEP_TARGET_MS || reciprocal.length !== 57)
  process.exitCode = 1;
