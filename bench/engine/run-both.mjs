// Two builds of the domain package over one log, row by row, interleaved.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as domain from '@policy-timeline/domain';
import { realisticLog } from '@policy-timeline/domain/testing';
import { interleavedBatches } from '../measure.mjs';
import { runsOf } from './our-runs.mjs';
import { Ours } from './ours.mjs';
import { questionsOf } from './questions.mjs';
import { SIZES } from './rows.mjs';

const { size, other, only, rounds, millisecondsEach, outFile } = JSON.parse(process.argv[2]);
const { events, slots } = SIZES[size];
const records = [...realisticLog({ events, slots })];
const that = new Ours(await import(pathToFileURL(other).href), records);
const mine = new Ours(domain, records);
const heard = new Map();
for (const { event } of records)
  for (const { slot } of event.effects ?? []) heard.set(slot, (heard.get(slot) ?? 0) + 1);
const [hottest] = [...heard].sort((a, b) => b[1] - a[1])[0];

const questions = questionsOf(20261121);
const [left, right] = [mine, that].map((ours) => runsOf(ours, ours.slotIndex.get(hottest), questions));
const rows = {};
for (const id of Object.keys(left)) {
  if (only && !only.includes(id)) continue;
  rows[id] = await interleavedBatches({ this: left[id](), that: right[id]() }, { rounds, millisecondsEach });
}
writeFileSync(outFile, JSON.stringify({ rows }));
