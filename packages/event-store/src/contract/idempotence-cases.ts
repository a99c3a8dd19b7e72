import { describe, expect, it } from 'vitest';
import { IdempotencyConflict, WrongRevision } from '../errors.js';
import { note, notes, type OpenStore, on, refusal } from './note.js';

export function idempotenceCases(open: OpenStore): void {
  describe('repeating', () => {
    const batch = [
      { stream: 'a', events: notes('a', 2), expected: 'none' as const },
      { stream: 'b', events: [note('b')], expected: 'none' as const },
    ];

    it(
      'answers the same batch with the first receipt, though the revision is stale by now',
      on(open, async (store) => {
        const first = await store.append(batch);
        await store.append([{ stream: 'a', events: [note('later')], expected: 1 }]);
        expect(await store.append(batch)).toEqual({ ...first, repeated: true });
        expect((await store.head()).position).toBe(3);
      }),
    );

    it(
      'sees through the order of members and members that are undefined',
      on(open, async (store) => {
        const first = await store.append([
          { stream: 'a', events: [{ id: '1', text: { a: 1, b: 2 } }], expected: 'none' },
        ]);
        const again = await store.append([
          { stream: 'a', events: [{ text: { b: 2, c: undefined, a: 1 }, id: '1' }], expected: 'none' },
        ]);
        expect(again).toEqual({ ...first, repeated: true });
      }),
    );

    it(
      'does not compare actors: the first one stays',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }], { actor: 'first' });
        expect(
          (await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }], { actor: 'second' }))
            .repeated,
        ).toBe(true);
        expect((await store.read('a')).events.map((r) => r.actor)).toEqual(['first']);
      }),
    );

    it(
      'knows events that came in separate batches',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        await store.append([{ stream: 'a', events: [note('2')], expected: 0 }]);
        expect(
          await store.append([{ stream: 'a', events: [note('1'), note('2')], expected: 'none' }]),
        ).toMatchObject({ positions: [0, 1], repeated: true });
      }),
    );

    it(
      'stays so 1,000 events later',
      on(open, async (store) => {
        const first = await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        await store.append([{ stream: 'a', events: notes('more', 1_000), expected: 0 }]);
        expect(await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }])).toEqual({
          ...first,
          repeated: true,
        });
      }),
    );

    it(
      'refuses a known id with another body',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('0'), note('1', 'rate 24')], expected: 'none' }]);
        const error = await refusal(
          store.append([{ stream: 'a', events: [note('1', 'rate 10')], expected: 1 }]),
          IdempotencyConflict,
        );
        expect(error).toMatchObject({
          code: 'IDEMPOTENCY_CONFLICT',
          reason: 'OTHER_BODY',
          given: '1',
          firstPosition: 1,
        });
        expect((await store.head()).position).toBe(1);
      }),
    );

    it(
      'refuses a known id in another stream',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        const error = await refusal(
          store.append([{ stream: 'b', events: [note('1')], expected: 'none' }]),
          IdempotencyConflict,
        );
        expect(error.reason).toBe('OTHER_STREAM');
      }),
    );

    it(
      'refuses a batch partly known, partly new, and appends nothing of it',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        const error = await refusal(
          store.append([{ stream: 'a', events: [note('1'), note('2')], expected: 0 }]),
          IdempotencyConflict,
        );
        expect(error.reason).toBe('PARTLY_NEW');
        expect((await store.head()).position).toBe(0);
      }),
    );

    it(
      'looks for repetition before revisions: a new event with a stale revision is still refused',
      on(open, async (store) => {
        await store.append(batch);
        await refusal(
          store.append([{ stream: 'a', events: [note('new')], expected: 'none' }]),
          WrongRevision,
        );
      }),
    );

    it(
      'answers twenty retries at once with one append',
      on(open, async (store) => {
        const receipts = await Promise.all(Array.from({ length: 20 }, () => store.append(batch)));
        expect(receipts.filter((r) => !r.repeated)).toHaveLength(1);
        expect(new Set(receipts.map((r) => r.hash)).size).toBe(1);
        expect((await store.head()).position).toBe(2);
      }),
    );
  });

  describe('an idempotency key', () => {
    it(
      'answers its own batch with the first receipt',
      on(open, async (store) => {
        const writes = [{ stream: 'a', events: notes('a', 3), expected: 'none' as const }];
        const first = await store.append(writes, { idempotencyKey: 'form-1' });
        expect(await store.append(writes, { idempotencyKey: 'form-1' })).toEqual({
          ...first,
          repeated: true,
        });
      }),
    );

    it.each([
      ['new events', notes('b', 3)],
      ['fewer events', notes('a', 2)],
      ['more events', notes('a', 4)],
    ])('refuses %s under a used key', (_what, events) =>
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 3), expected: 'none' }], {
          idempotencyKey: 'form-1',
        });
        const error = await refusal(
          store.append([{ stream: 'a', events, expected: 2 }], { idempotencyKey: 'form-1' }),
          IdempotencyConflict,
        );
        expect(error).toMatchObject({ reason: 'KEY_REUSED', given: 'form-1', firstPosition: 0 });
      })(),
    );

    it(
      'is not used up by a refused append',
      on(open, async (store) => {
        await refusal(
          store.append([{ stream: 'a', events: [note('1')], expected: 3 }], { idempotencyKey: 'form-1' }),
          WrongRevision,
        );
        expect(
          (
            await store.append([{ stream: 'a', events: [note('2')], expected: 'none' }], {
              idempotencyKey: 'form-1',
            })
          ).repeated,
        ).toBe(false);
      }),
    );
  });
}
