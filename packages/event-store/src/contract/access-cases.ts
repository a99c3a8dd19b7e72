import { describe, expect, it } from 'vitest';
import { GapInLog, InvalidInput, StoreUnavailable } from '../errors.js';
import type { EventStore } from '../port.js';
import type { RecordAccess } from '../record-access.js';
import { listed, type Note, note, notes, type OpenStore, on } from './note.js';

type Accessible = EventStore<Note> & RecordAccess<Note>;

/** For adapters that have single records at hand; the others are left out. */
export function accessCases(open: OpenStore): void {
  const story = (told: (store: Accessible) => Promise<void>) =>
    on(open, async (store) => {
      if ('recordAt' in store) await told(store as Accessible);
    });

  describe('a record at hand', () => {
    it(
      'is the one that the whole log has at its position, whatever is asked for before or after',
      story(async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 30), expected: 'none' }], { actor: 'editor' });
        await store.append([
          { stream: 'b', events: [note('b', { rate: 24, of: ['関税', null] })], expected: 'none' },
          { stream: 'a', events: notes('later', 3), expected: 29 },
        ]);
        const all = await listed(store.readAll(0));
        for (const position of [0, 33, 17, 30, 31, 17])
          expect(store.recordAt(position)).toEqual(all[position]);
      }),
    );

    it(
      'is a copy: changing what was given changes no record',
      story(async (store) => {
        await store.append([{ stream: 'a', events: [note('1', { rates: [24] })], expected: 'none' }]);
        (store.recordAt(0).event.text as { rates: number[] }).rates.push(25);
        expect(store.recordAt(0).event.text).toEqual({ rates: [24] });
      }),
    );

    it(
      'is there as soon as its append is acknowledged, and not before',
      story(async (store) => {
        expect(() => store.recordAt(0)).toThrow(GapInLog);
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        expect(store.recordAt(0).event.id).toBe('1');
        expect(() => store.recordAt(1)).toThrow(
          expect.objectContaining({ code: 'GAP', position: 1, found: 1 }),
        );
        for (const position of [-1, 0.5, Number.NaN])
          expect(() => store.recordAt(position)).toThrow(InvalidInput);
      }),
    );

    it(
      'tells the revision of a stream as of any position',
      story(async (store) => {
        await store.append([{ stream: 'a', events: notes('a', 2), expected: 'none' }]);
        await store.append([{ stream: 'b', events: notes('b', 2), expected: 'none' }]);
        await store.append([{ stream: 'a', events: notes('later', 2), expected: 1 }]);
        const at = (stream: string) => [-1, 0, 1, 2, 3, 4, 5, 99].map((p) => store.revisionAt(stream, p));
        expect(at('a')).toEqual(['none', 0, 1, 1, 1, 2, 3, 3]);
        expect(at('b')).toEqual(['none', 'none', 'none', 0, 1, 1, 1, 1]);
        expect(at('c')).toEqual(Array(8).fill('none'));
      }),
    );

    it(
      'cannot be had once the store is closed',
      story(async (store) => {
        await store.append([{ stream: 'a', events: [note('1')], expected: 'none' }]);
        await store.close();
        expect(() => store.recordAt(0)).toThrow(StoreUnavailable);
        expect(() => store.revisionAt('a', 0)).toThrow(StoreUnavailable);
      }),
    );
  });
}
