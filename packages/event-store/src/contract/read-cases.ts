import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical-json.js';
import { InvalidInput, StoreUnavailable } from '../errors.js';
import { GENESIS_HASH, hashOf } from '../record.js';
import { idsOf, listed, note, notes, type OpenStore, on, refusal } from './note.js';

export function readCases(open: OpenStore): void {
  describe('reading', () => {
    it(
      'knows nothing of a stream nobody wrote to',
      on(open, async (store) => {
        expect(await store.read('tariff/us')).toEqual({ revision: 'none', events: [] });
      }),
    );

    it(
      'has an empty log at position -1 with 64 zeros',
      on(open, async (store) => {
        expect(await store.head()).toEqual({ position: -1, hash: GENESIS_HASH });
        expect(await listed(store.readAll(0))).toEqual([]);
      }),
    );

    it(
      'reads one stream, oldest first, and leaves the others out',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        await store.append([{ stream: 'b', events: [note('2')], expected: 'none' }]);
        await store.append([{ stream: 'a', events: [note('3')], expected: 0 }]);
        const { revision, events } = await store.read('a');
        expect(revision).toBe(1);
        expect(idsOf(events)).toEqual(['1', '3']);
        expect(events.map((r) => [r.position, r.revision, r.stream])).toEqual([
          [0, 0, 'a'],
          [2, 1, 'a'],
        ]);
      }),
    );

    it(
      'takes stream names as they are: case, slashes, trailing spaces and scripts differ',
      on(open, async (store) => {
        const names = [
          'a',
          'A',
          'a ',
          'a/',
          '関税',
          '\u00e9',
          'e\u0301',
          '__proto__',
          "'; DROP TABLE record; --",
          '%',
        ];
        for (const [i, stream] of names.entries())
          await store.append([{ stream, events: [note(`n${i}`)], expected: 'none' }]);
        for (const [i, stream] of names.entries())
          expect(idsOf((await store.read(stream)).events)).toEqual([`n${i}`]);
      }),
    );

    it(
      'reads the whole log in order of position, without a hole',
      on(open, async (store) => {
        await store.append([
          { stream: 'a', events: notes('a', 3), expected: 'none' },
          { stream: 'b', events: notes('b', 2), expected: 'none' },
        ]);
        const all = await listed(store.readAll(0));
        expect(all.map((r) => r.position)).toEqual([0, 1, 2, 3, 4]);
        expect(idsOf(all)).toEqual(['a-0', 'a-1', 'a-2', 'b-0', 'b-1']);
      }),
    );

    it(
      'reads from a position, that one included',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 5), expected: 'none' }]);
        expect(idsOf(await listed(store.readAll(3)))).toEqual(['a-3', 'a-4']);
        expect(await listed(store.readAll(5))).toEqual([]);
        expect(await listed(store.readAll(50))).toEqual([]);
      }),
    );

    it.each([-1, 0.5, Number.NaN])('refuses to read from %d', (from) =>
      on(open, async (store) => {
        await refusal(listed(store.readAll(from)), InvalidInput);
      })(),
    );

    it(
      'reads up to the head it found at its first step',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 2), expected: 'none' }]);
        const seen: string[] = [];
        for await (const { event } of store.readAll(0)) {
          seen.push(event.id);
          if (seen.length === 1)
            await store.append([{ stream: 'b', events: [note('late')], expected: 'none' }]);
        }
        expect(seen).toEqual(['a-0', 'a-1']);
      }),
    );

    it(
      'crosses its own page borders without losing or doubling',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 1_300), expected: 'none' }]);
        expect((await listed(store.readAll(0))).map((r) => r.position)).toEqual(
          Array.from({ length: 1_300 }, (_, i) => i),
        );
      }),
    );

    it(
      'gives back any JSON value unchanged',
      on(open, async (store) => {
        const text = JSON.parse(
          '{"z":1e308,"a":[null,true,-0.1,""],"__proto__":{"x":1},"nul":"\\u0000","half":"\\ud800","emoji":"🏛","bidi":"\\u202e","deep":{"b":{"a":[[[]]]}}}',
        ) as unknown;
        await store.append([{ stream: 'a', events: [note('1', text)], expected: 'none' }]);
        const [record] = (await store.read('a')).events;
        expect(canonicalJson(record?.event.text, '')).toBe(canonicalJson(text, ''));
      }),
    );

    it(
      'keeps what was given at the time: changing the object afterwards changes nothing',
      on(open, async (store) => {
        const text = { rate: 24 };
        await store.append([{ stream: 'a', events: [note('1', text)], expected: 'none' }]);
        text.rate = 0;
        const [first] = (await store.read('a')).events;
        (first?.event.text as { rate: number }).rate = 99;
        expect((await store.read('a')).events[0]?.event.text).toEqual({ rate: 24 });
      }),
    );

    it(
      'reads the same record by stream and by position',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 3), expected: 'none' }], { actor: 'editor-7' });
        expect(await listed(store.readAll(0))).toEqual((await store.read('a')).events);
      }),
    );
  });

  describe('the chain', () => {
    it(
      'starts from 64 zeros and links each record to the one before',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 3), expected: 'none' }]);
        await store.append([{ stream: 'b', events: [note('b')], expected: 'none' }]);
        const all = await listed(store.readAll(0));
        expect(all.map((r) => r.previousHash)).toEqual([
          GENESIS_HASH,
          ...all.slice(0, -1).map((r) => r.hash),
        ]);
      }),
    );

    it(
      'hashes exactly what it says it hashes',
      on(open, async (store) => {
        await store.append([{ stream: 'a', events: [note('1', { b: 1, a: 2 })], expected: 'none' }], {
          actor: 'editor-7',
        });
        for await (const { event, ...rest } of store.readAll(0))
          expect(rest.hash).toBe(hashOf({ ...rest, body: canonicalJson(event, '') }));
      }),
    );

    it(
      'has a known hash for a known log',
      on(
        open,
        async (store) => {
          await store.append([{ stream: 's', events: [{ id: 'x' }], expected: 'none' }]);
          // sha256 of 64 zeros and {"actor":null,"event":{"id":"x"},"position":0,"recordedAt":"2025-04-09T00:00:00.000Z","revision":0,"stream":"s"}
          expect((await store.head()).hash).toBe(
            '52120aca26f5e688884c5165f36283ac404350f8db2008306617c29708de0f62',
          );
        },
        { now: () => new Date('2025-04-09T00:00:00Z') },
      ),
    );

    it(
      'verifies from end to end, empty and full',
      on(open, async (store) => {
        expect(await store.verify()).toEqual({
          intact: true,
          records: 0,
          head: await store.head(),
          damage: null,
        });
        await store.append([{ stream: 'a', events: notes('a', 30), expected: 'none' }]);
        expect(await store.verify()).toEqual({
          intact: true,
          records: 30,
          head: await store.head(),
          damage: null,
        });
      }),
    );

    it(
      'has its head at the last record',
      on(open, async (store) => {
        const { hash } = await store.append([{ stream: 'a', events: notes('a', 4), expected: 'none' }]);
        expect(await store.head()).toEqual({ position: 3, hash });
      }),
    );
  });

  describe('closing', () => {
    it(
      'refuses everything afterwards, and may be done twice',
      on(open, async (store) => {
        await store.close();
        await store.close();
        await refusal(store.read('a'), StoreUnavailable);
        await refusal(store.head(), StoreUnavailable);
        await refusal(store.verify(), StoreUnavailable);
        await refusal(listed(store.readAll(0)), StoreUnavailable);
        await refusal(
          store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]),
          StoreUnavailable,
        );
        await refusal(
          store.subscribe(0, () => undefined),
          StoreUnavailable,
        );
      }),
    );
  });
}
