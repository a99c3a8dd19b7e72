import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSAL_REASONS } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { runApi } from './running-api.js';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guides/editing.md'), 'utf8');
const examples = [...guide.matchAll(/^```json (\w+)\n(.*?)^```/gms)].map(([, mutation = '', text = '']) => ({
  mutation,
  input: JSON.parse(text),
}));

it('every example of docs/guides/editing.md does what the text beside it says', async () => {
  const api = await runApi();
  const rows: string[] = [];
  for (const { mutation, input } of examples) {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { path message } viewDiff { kind change date } receipt { positions } } }`;
    const tried = (await api.write(query, { input: { ...input, dryRun: true } })).data[mutation];
    const done = (await api.write(query, { input })).data[mutation];
    expect([input.idempotencyKey, tried.userErrors, done.userErrors]).toEqual([input.idempotencyKey, [], []]);
    expect(tried.viewDiff).toEqual(done.viewDiff);
    const [row] = done.viewDiff;
    rows.push(`${input.idempotencyKey}: ${row.kind} ${row.change} ${row.date}`);
  }
  await api.remove();
  expect(rows).toEqual([
    'guide-order: PLAN BEGAN 2025-04-05',
    'guide-pause: WORLD SUSPENDED 2025-04-09',
    'guide-extension: PLAN SUSPENDED 2025-07-09',
    'guide-end: WORLD ENDED 2026-02-20',
    'guide-erratum: CORRECTED VALUE_CHANGED 2025-04-05',
    'guide-void: CORRECTED BEGAN 2026-02-20',
  ]);
});

it('docs/guides/editing.md lists every reason that a rule may give', () => {
  const [, listed = ''] = /^## Reasons\n\n.*?\n\n(.*?)\n\n/ms.exec(guide) ?? [];
  expect([...listed.matchAll(/`(\w+)`/g)].map(([, reason]) => reason)).toEqual([...REFUSAL_REASONS]);
});
