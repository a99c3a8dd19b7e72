import { describe, expect, it } from 'vitest';
import { WrongRevision } from '../errors.js';
import type { Revision } from '../port.js';
import { idsOf, listed, note, notes, type OpenStore, on, refusal } from './note.js';

export function appendCases(open: OpenStore): void {
  describe('appending', () => {
    it(
      'acknowledges with positions, head hash and revisions',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 2), expected: 'none' }]);
        const receipt = await store.append([
          { stream: 'b', events: [note('b')], expected: 'none' },
          { stream: 'a', events: notes('more', 2), expected: 1 },
        ]);
        expect(receipt).toEqual({
          positions: [2, 3, 4],
          position: 4,
          hash: (await store.head()).hash,
          repeated: false,
          revisions: [
            { stream: 'b', revision: 0 },
            { stream: 'a', revision: 3 },
          ],
        });
      }),
    );

    it.each<[string, Revision]>([
      ['none', 'none'],
      ['an earlier revision', 0],
      ['a later revision', 2],
    ])('refuses %s where revision 1 stands, and says both', (_what, expected) =>
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 2), expected: 'none' }]);
        const error = await refusal(
          store.append([{ stream: 'a', events: [note('x')], expected }]),
          WrongRevision,
        );
        expect(error).toMatchObject({ code: 'WRONG_REVISION', stream: 'a', expected, actual: 1 });
        expect(error.message).toContain('append with expected 1');
        expect((await store.head()).position).toBe(1);
      })(),
    );

    it(
      'refuses a revision of a stream that nobody wrote to',
      on(open, async (store) => {
        const error = await refusal(
          store.append([{ stream: 'a', events: [note('x')], expected: 0 }]),
          WrongRevision,
        );
        expect(error).toMatchObject({ expected: 0, actual: 'none' });
      }),
    );

    it(
      'writes to all streams or to none',
      on(open, async (store) => {
        await store.append([{ stream: 'b', events: [note('b')], expected: 'none' }]);
        const before = await store.head();
        await refusal(
          store.append([
            { stream: 'a', events: notes('a', 2), expected: 'none' },
            { stream: 'b', events: [note('c')], expected: 'none' },
          ]),
          WrongRevision,
        );
        expect(await store.read('a')).toEqual({ revision: 'none', events: [] });
        expect(await store.head()).toEqual(before);
      }),
    );

    it(
      'leaves no trace of a refused batch: its ids can be used',
      on(open, async (store) => {
        await refusal(store.append([{ stream: 'a', events: [note('1')], expected: 5 }]), WrongRevision);
        expect(await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }])).toMatchObject({
          position: 0,
          repeated: false,
        });
      }),
    );

    it(
      'lets one of two writers win, and tells the other where the stream stands',
      on(open, async (store) => {
        const both = await Promise.allSettled(
          ['x', 'y'].map((id) => store.append([{ stream: 'a', events: [note(id)], expected: 'none' }])),
        );
        expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(both.find((r) => r.status === 'rejected')?.reason).toMatchObject({
          code: 'WRONG_REVISION',
          actual: 0,
        });
      }),
    );

    it(
      'keeps positions dense under 100 appends at once',
      on(open, async (store) => {
        const receipts = await Promise.all(
          Array.from({ length: 100 }, (_, i) =>
            store.append([
              { stream: `s${i % 7}-${i}`, events: notes(`e${i}`, (i % 3) + 1), expected: 'none' },
            ]),
          ),
        );
        const positions = receipts.flatMap((r) => r.positions).sort((a, b) => a - b);
        expect(positions).toEqual(Array.from(positions, (_, i) => i));
        expect((await store.verify()).intact).toBe(true);
      }),
    );

    it(
      'takes thousands of events in one batch',
      on(open, async (store) => {
        const receipt = await store.append([
          { stream: 'a', events: notes('a', 3_000), expected: 'none' },
          { stream: 'b', events: notes('b', 2_000), expected: 'none' },
        ]);
        expect(receipt.position).toBe(4_999);
        expect((await store.read('b')).revision).toBe(1_999);
      }),
    );

    it(
      'goes on in a stream across batches',
      on(open, async (store) => {
        for (let i = 0; i < 10; i += 1)
          await store.append([{ stream: 'a', events: [note(`n${i}`)], expected: i === 0 ? 'none' : i - 1 }]);
        expect((await store.read('a')).events.map((r) => r.revision)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }),
    );

    it(
      'names the actor, or nobody',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }], { actor: 'editor-7' });
        await store.append([{ stream: 'a', events: [note('2')], expected: 0 }]);
        expect((await store.read('a')).events.map((r) => r.actor)).toEqual(['editor-7', null]);
      }),
    );

    it(
      'keeps the order in which events and writes were given',
      on(open, async (store) => {
        await store.append([
          { stream: 'z', events: [note('9'), note('1')], expected: 'none' },
          { stream: 'a', events: [note('5')], expected: 'none' },
        ]);
        expect(idsOf(await listed(store.readAll(0)))).toEqual(['9', '1', '5']);
      }),
    );
  });

  describe('recordedAt', () => {
    const wild = [
      '2025-04-09T10:00:00Z',
      '2025-04-09T09:00:00Z',
      '1969-01-01T00:00:00Z',
      '2038-01-19T03:14:08Z',
      'no date',
      '9999-12-31T23:59:59.999Z',
      '+010000-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
    ];

    it('never decreases and keeps its width, whatever the clock does', async () => {
      let tick = 0;
      await on(
        open,
        async (store) => {
          for (let i = 0; i < wild.length; i += 1)
            await store.append([
              { stream: 'a', events: [note(`n${i}`)], expected: i === 0 ? 'none' : i - 1 },
            ]);
          const instants = (await store.read('a')).events.map((r) => r.recordedAt);
          expect(instants).toEqual([...instants].sort());
          expect(instants[1]).toBe('2025-04-09T10:00:00.000Z');
          for (const instant of instants) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
          expect((await store.verify()).intact).toBe(true);
        },
        { now: () => new Date(wild[tick++] ?? 0) },
      )();
    });

    it(
      'is one instant for one batch',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 50), expected: 'none' }]);
        expect(new Set((await store.read('a')).events.map((r) => r.recordedAt)).size).toBe(1);
      }),
    );
  });
}
