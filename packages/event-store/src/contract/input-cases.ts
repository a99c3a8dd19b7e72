import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../errors.js';
import type { Revision } from '../port.js';
import { note, type OpenStore, on, refusal } from './note.js';

export function inputCases(open: OpenStore): void {
  const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  const at = (stream: string, id: string, text: unknown = 'text', expected: unknown = 'none') => [
    { stream, events: [note(id, text)], expected: expected as Revision },
  ];

  describe('an append that no store can carry out', () => {
    it.each([
      ['no write at all', [], 'writes'],
      [
        'a write without events',
        [{ stream: 'a', events: [], expected: 'none' as const }],
        'writes[0].events',
      ],
      ['one stream in two writes', [...at('a', '1'), ...at('a', '2')], 'writes[1].stream'],
      [
        'one id twice in a write',
        [{ stream: 'a', events: [note('1'), note('1')], expected: 'none' as const }],
        'writes[0].events[1].id',
      ],
      ['one id in two writes', [...at('a', '1'), ...at('b', '1')], 'writes[1].events[0].id'],
      ['an empty stream name', at('', '1'), 'writes[0].stream'],
      ['a NUL in a stream name', at('a\0b', '1'), 'writes[0].stream'],
      ['half a surrogate pair in an id', at('a', '\ud800'), 'writes[0].events[0].id'],
      ['an id of 1,001 characters', at('a', 'x'.repeat(1_001)), 'writes[0].events[0].id'],
      ['an empty id', at('a', ''), 'writes[0].events[0].id'],
      ['no expectation', at('a', '1', '', null), 'writes[0].expected'],
      ['a negative revision', at('a', '1', '', -1), 'writes[0].expected'],
      ['a fractional revision', at('a', '1', '', 0.5), 'writes[0].expected'],
      ['NaN in a body', at('a', '1', { rate: Number.NaN }), 'writes[0].events[0].text.rate'],
      ['a Date in a body', at('a', '1', [new Date(0)]), 'writes[0].events[0].text[0]'],
      ['a bigint in a body', at('a', '1', 1n), 'writes[0].events[0].text'],
      ['a Map in a body', at('a', '1', new Map()), 'writes[0].events[0].text'],
      ['a hole in an array', at('a', '1', [undefined]), 'writes[0].events[0].text[0]'],
    ])('refuses %s and says where', (_what, writes, path) =>
      on(open, async (store) => {
        const error = await refusal(store.append(writes), InvalidInput);
        expect(error).toMatchObject({ code: 'INVALID_INPUT', path });
        expect((await store.head()).position).toBe(-1);
      })(),
    );

    it(
      'refuses a body nested ten thousand levels deep',
      on(open, async (store) => {
        await refusal(store.append(at('a', '1', deep(10_000))), InvalidInput);
        expect((await store.append(at('a', '1', deep(200)))).position).toBe(0);
      }),
    );

    it(
      'refuses an empty actor or key',
      on(open, async (store) => {
        await refusal(store.append(at('a', '1'), { actor: '' }), InvalidInput);
        await refusal(store.append(at('a', '1'), { idempotencyKey: '' }), InvalidInput);
      }),
    );

    it(
      'takes a text of a million characters',
      on(open, async (store) => {
        await store.append(at('a', '1', '関'.repeat(1_000_000)));
        expect((await store.read('a')).events[0]?.event.text).toHaveLength(1_000_000);
      }),
    );
  });
}
