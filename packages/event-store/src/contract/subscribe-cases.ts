import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { GapInLog, InvalidInput } from '../errors.js';
import { note, notes, type OpenStore, on, refusal } from './note.js';

export function subscribeCases(open: OpenStore): void {
  describe('subscribing', () => {
    it(
      'delivers the past, then what is appended, in order and once',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 600), expected: 'none' }]);
        const seen: number[] = [];
        const done = store.subscribe(0, ({ position }) => void seen.push(position));
        await vi.waitFor(() => expect(seen).toHaveLength(600));
        for (let i = 0; i < 20; i += 1)
          await store.append([{ stream: `b${i}`, events: notes(`b${i}`, 2), expected: 'none' }]);
        await vi.waitFor(() => expect(seen).toHaveLength(640));
        expect(seen).toEqual(Array.from({ length: 640 }, (_, i) => i));
        await store.close();
        await done;
      }),
    );

    it(
      'delivers records as they are read',
      on(open, async (store) => {
        const seen: unknown[] = [];
        void store.subscribe(0, (record) => void seen.push(record));
        await store.append([{ stream: 'a', events: notes('a', 2), expected: 'none' }], { actor: 'editor-7' });
        await vi.waitFor(() => expect(seen).toHaveLength(2));
        expect(seen).toEqual((await store.read('a')).events);
      }),
    );

    it(
      'begins at the position asked for, also right behind the head',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 3), expected: 'none' }]);
        const [late, next]: [number[], number[]] = [[], []];
        void store.subscribe(2, ({ position }) => void late.push(position));
        void store.subscribe(3, ({ position }) => void next.push(position));
        await store.append([{ stream: 'a', events: [note('x')], expected: 2 }]);
        await vi.waitFor(() => expect([late, next]).toEqual([[2, 3], [3]]));
      }),
    );

    it(
      'stops with GAP when the log ends before the place to resume from',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 3), expected: 'none' }]);
        const error = await refusal(
          store.subscribe(9, () => undefined),
          GapInLog,
        );
        expect(error).toMatchObject({ code: 'GAP', position: 3, found: 9 });
      }),
    );

    it(
      'refuses a position that is none',
      on(open, async (store) => {
        await refusal(
          store.subscribe(-1, () => undefined),
          InvalidInput,
        );
      }),
    );

    it(
      'waits for the handler before it delivers the next',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 20), expected: 'none' }]);
        let running = 0;
        let most = 0;
        let seen = 0;
        void store.subscribe(0, async () => {
          running += 1;
          most = Math.max(most, running);
          await setTimeout(1);
          running -= 1;
          seen += 1;
        });
        await vi.waitFor(() => expect(seen).toBe(20));
        expect(most).toBe(1);
      }),
    );

    it(
      'ends quietly when the signal aborts, and delivers nothing more',
      on(open, async (store) => {
        const ending = new AbortController();
        const seen: number[] = [];
        const done = store.subscribe(0, ({ position }) => void seen.push(position), ending.signal);
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        await vi.waitFor(() => expect(seen).toEqual([0]));
        ending.abort();
        await done;
        await store.append([{ stream: 'a', events: [note('2')], expected: 0 }]);
        await setTimeout(20);
        expect(seen).toEqual([0]);
      }),
    );

    it(
      'stops in the middle of a page when the handler aborts',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 50), expected: 'none' }]);
        const ending = new AbortController();
        const seen: number[] = [];
        await store.subscribe(
          0,
          ({ position }) => {
            seen.push(position);
            if (position === 4) ending.abort();
          },
          ending.signal,
        );
        expect(seen).toEqual([0, 1, 2, 3, 4]);
      }),
    );

    it(
      'does nothing for a signal that has aborted already',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        const handler = vi.fn();
        await store.subscribe(0, handler, AbortSignal.abort());
        expect(handler).not.toHaveBeenCalled();
      }),
    );

    it(
      'rejects with what the handler threw, and disturbs no other reader',
      on(open, async (store) => {
        const seen: number[] = [];
        void store.subscribe(0, ({ position }) => void seen.push(position));
        const failing = store.subscribe(0, () => {
          throw new TypeError('handler');
        });
        const failed = expect(failing).rejects.toThrow('handler');
        await store.append([{ stream: 'a', events: notes('a', 2), expected: 'none' }]);
        await failed;
        await vi.waitFor(() => expect(seen).toEqual([0, 1]));
      }),
    );

    it(
      'does not hold up others behind a slow reader',
      on(open, async (store) => {
        const gate = Promise.withResolvers<void>();
        const slow: number[] = [];
        const quick: number[] = [];
        void store.subscribe(0, async ({ position }) => {
          await gate.promise;
          slow.push(position);
        });
        void store.subscribe(0, ({ position }) => void quick.push(position));
        await store.append([{ stream: 'a', events: notes('a', 10), expected: 'none' }]);
        await vi.waitFor(() => expect(quick).toHaveLength(10));
        expect(slow).toEqual([]);
        gate.resolve();
        await vi.waitFor(() => expect(slow).toEqual(quick));
      }),
    );

    it(
      'may append from the handler',
      on(open, async (store) => {
        const seen: string[] = [];
        void store.subscribe(0, async ({ event, revision }) => {
          seen.push(event.id);
          if (revision < 4)
            await store.append([{ stream: 'a', events: [note(`n${revision + 1}`)], expected: revision }]);
        });
        await store.append([{ stream: 'a', events: [note('n0')], expected: 'none' }]);
        await vi.waitFor(() => expect(seen).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']));
      }),
    );
  });
}
