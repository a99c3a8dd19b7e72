import { parseDay } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { dutyPath, questionInput, readDuty, trackOf } from './duty-question';

const today = parseDay('2026-11-21');

describe('the address of a duty question', () => {
  it('is read, and written the same', () => {
    const path =
      '/duty?partner=MEX&product=8703&date=2025-08-20&known=2025-08-25&mfn=2.5&us=30&over=1&border=1&claims=USMCA';
    const read = readDuty(Object.fromEntries(new URLSearchParams(path.slice(6))), today);
    if (!read.ok) return expect.unreachable();
    expect(dutyPath(read.question)).toBe(path);
    expect(trackOf(read.question)).toBe('COLLECTED');
    expect(questionInput(read.question)).toEqual({
      partner: 'MEX',
      product: '8703',
      mfnRatePercent: 2.5,
      usContentPercent: 30,
      overQuota: true,
      claims: ['USMCA'],
    });
  });

  it('takes dates as people write them, and a code before a list', () => {
    const read = readDuty(
      { partner: 'JPN', date: '令和7年8月20日', product: 'potash', hs: '7601.10' },
      today,
    );
    if (!read.ok) return expect.unreachable();
    expect(read.question).toMatchObject({ date: parseDay('2025-08-20'), product: '7601.10' });
  });

  it('names the field that cannot be read', () => {
    expect(readDuty({ partner: 'JPN', date: '2025-02-30', mfn: '5' }, today)).toMatchObject({
      ok: false,
      field: 'date',
      given: '2025-02-30',
      kind: 'date',
      // What could be read stays in the form.
      question: { partner: 'JPN', mfnRatePercent: 5 },
    });
    expect(readDuty({ partner: 'JPN', mfn: 'ten' }, today)).toMatchObject({ field: 'mfn', kind: 'number' });
  });

  it('keeps the lists that were told of a good, none included, and drops them with the good', () => {
    const told = { partner: 'BRA', product: '0901', of: '0901', list: ['coffee-list', 'farm-list'] };
    const read = readDuty(told, today);
    if (!read.ok) return expect.unreachable();
    expect(questionInput(read.question)).toMatchObject({ lists: ['coffee-list', 'farm-list'] });
    const again = new URLSearchParams(dutyPath(read.question).slice(6));
    expect([again.get('of'), again.getAll('list')]).toEqual(['0901', ['coffee-list', 'farm-list']]);
    const lists = (params: Record<string, string>) => readDuty({ ...told, ...params }, today).question.lists;
    expect(lists({ list: 'farm-list' })).toEqual(['farm-list']);
    expect(readDuty({ product: '0901', of: '0901' }, today).question.lists).toEqual([]);
    expect(lists({ hs: '８７０３' })).toBe(null);
    expect(readDuty({ hs: '８７０３' }, today).question.product).toBe('8703');
  });
});
