// The import-weighted average rate computed from the record beside the published one, month by month and step by step.
import { loadCatalogue } from '@policy-timeline/data';
import { Timeline } from '@policy-timeline/domain';
import { compared, months, UNMATCHED } from '../packages/data/test/cross-check/series.ts';

const { events } = loadCatalogue();
const timeline = Timeline.of(events.map((event, position) => ({ position, event })));
const figure = (percent, width = 10) => percent.toFixed(3).padStart(width);
const signed = (percent) => `${percent > 0 ? '+' : ''}${percent.toFixed(3)}`.padStart(10);

console.log('\nmonth      published    record  difference');
for (const { month, published, ours, projected } of months(timeline))
  console.log(
    `${month} ${figure(published, 12)}${figure(ours)}  ${signed(ours - published)}${projected ? '  (published as a forecast)' : ''}`,
  );

console.log('\npublished step   change    record  on          good');
let apart = 0;
for (const { step, day, product, published, ours, act } of compared(timeline)) {
  const agree = Math.sign(published) === Math.sign(ours);
  if (!agree) apart++;
  console.log(
    `${step}   ${signed(published)}${signed(ours)}  ${day}  ${product}: ${act}${agree ? '' : '  OTHER DIRECTION'}`,
  );
}
for (const [step, why] of Object.entries(UNMATCHED)) console.log(`${step}   not compared: ${why}`);
console.log(`\n${apart} steps in the other direction (target 0)`);
if (apart > 0) process.exitCode = 1;
