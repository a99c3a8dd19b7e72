import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allMessagesOf } from './messages-of';
import { refusalOf, sayRefusal, sayRow, sayRule } from './refusal';
import { translator } from './translator';

const ja = translator('ja', allMessagesOf('ja'));
const en = translator('en', allMessagesOf('en'));
const refusal = (code: string, field: string | null = null, given: string | null = null) => ({
  code,
  message: 'the API’s own sentence',
  field,
  given,
});

describe('a refusal of the API', () => {
  it('is said in the page’s language, of the argument that is at fault and with what was given', () => {
    const answer = refusalOf({
      message: 'product: "blah" is neither an HS code …',
      extensions: { code: 'INVALID_CODE', field: 'product', given: 'blah', traceId: 'x' },
    });
    expect(sayRefusal(ja, answer)).toBe(
      '「blah」は HS コードでも、記録にある品目表の名でもない。8703 や 7601.10 のように書く。',
    );
    expect(sayRefusal(en, answer)).toContain('“blah” is neither an HS code nor a list');
  });

  it('is said by its code where no argument is named, or where it is a day', () => {
    expect(sayRefusal(ja, refusal('RATE_LIMITED'))).toContain('1分ほど待って');
    expect(sayRefusal(ja, refusal('INVALID_DATE', 'exportedOn', '2025-02-30'))).toContain(
      '「2025-02-30」は日付として読めない',
    );
  });

  it('is left to the API’s own sentence where no message has its code', () => {
    expect(sayRefusal(ja, refusal('COME_LATER', 'unheardOf'))).toBeNull();
  });

  it('by a rule of the record says more than the code above it', () => {
    const rule = { code: 'REFUSED_BY_RULE', reason: 'UNKNOWN_TARGET' };
    expect(sayRule(ja, rule, 'eo-99999')).toContain('「eo-99999」という出来事は');
    expect(sayRule(ja, { code: 'WRONG_REVISION', reason: null }, null)).toContain('ほかの人が先に追記した');
  });
});

/** The codes that a folder's sources tell; where a word of the same form is no code, it is named. */
function codesIn(folder: string, pattern: RegExp): string[] {
  const path = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
  const sources = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => readFileSync(join(path, file), 'utf8'));
  return [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code ?? '')))];
}

it('every rule by which the record refuses an event has a sentence', () => {
  // As `refuse` is told it: the last argument but for the code above it.
  const rules = codesIn(
    'packages/domain/src/decide',
    /'([A-Z]+(?:_[A-Z]+)+)',?\s*(?:'(?:INVALID|UNKNOWN)_\w+',?\s*)?\)/g,
  );
  expect(rules.length).toBeGreaterThan(30);
  const above = ['INVALID_INPUT', 'INVALID_RANGE', 'UNKNOWN_SUBJECT', 'REFUSED_BY_RULE'];
  const silent = rules.filter(
    (reason) => !above.includes(reason) && sayRule(ja, { code: 'REFUSED_BY_RULE', reason }, 'x') === null,
  );
  expect(silent).toEqual([]);
});

it('every fault of an imported row has a sentence', () => {
  const rows = codesIn('packages/data/src/import', /RowFault\(\s*'([A-Z_]+)'/g);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((code) => sayRow(ja, code) === null)).toEqual([]);
});
