import { describe, expect, it } from 'vitest';
import { inOneGo } from '../bitemporal/slices.js';
import { Timeline } from '../bitemporal/timeline.js';
import type { LogRecord } from '../events/record-event.js';
import { firstDifference } from '../testing/pack-difference.js';
import { realisticLog } from '../testing/realistic/index.js';
import type { Pack } from './pack.js';
import { applyPatch, isPatch, patchOf } from './pack-patch.js';
import { PackReader } from './pack-reader.js';
import { packTexts, wireTextsInSlices, withTexts } from './pack-texts.js';
import { readWirePack, writeWirePack } from './wire-pack.js';
import { packOf } from './write-pack.js';

const LANGUAGES = ['en', 'ja'] as const;
const hashAt = (position: number): string => String(position).padStart(64, '0');

const written = (timeline: Timeline): Pack => packOf(timeline, { hash: hashAt(timeline.position) });
const overTheWire = (pack: Pack): Pack => JSON.parse(JSON.stringify(pack, plainColumns));
const plainColumns = (_key: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value;

/** The pack as a browser has it: its bytes, then the texts of both languages. */
function received(pack: Pack): Pack {
  const read = readWirePack(writeWirePack(pack));
  if (isPatch(read)) throw new Error('A whole pack was written.');
  return LANGUAGES.reduce((whole, language) => withTexts(whole, packTexts(pack, language)), read);
}

/** The step from one version to the next, as it travels; null where the server would send the whole pack. */
function stepped(held: Pack, before: Pack, after: Pack): Pack {
  const made = patchOf(before, after);
  if (made === null) return received(after);
  const { pack, ...where } = made;
  const read = readWirePack(writeWirePack(pack, where));
  if (!isPatch(read)) throw new Error('A step was written.');
  const texts = LANGUAGES.map((language) => packTexts(pack, language));
  return applyPatch(held, { ...read, pack: texts.reduce(withTexts, read.pack) });
}

const upTo = (records: readonly LogRecord[], position: number): LogRecord[] =>
  records.filter((record) => record.position <= position);

describe.each([
  [{ events: 300, slots: 6, seed: 1 }],
  [{ events: 900, slots: 90, seed: 2 }],
  [{ events: 1_500, slots: 15, seed: 3 }],
])('on a log of %o', (log) => {
  const records = [...realisticLog(log)];
  const last = records.at(-1)?.position as number;
  const timeline = Timeline.of(records);
  const pack = written(timeline);

  it('the browser reads what the server reads', () => {
    expect(firstDifference(timeline, new PackReader(received(pack)), 4_000, log.seed)).toBeNull();
  });

  it('a pack travels whole', () => {
    expect(overTheWire(received(pack))).toEqual(overTheWire(pack));
  });

  it('texts written in slices are the same', () => {
    for (const language of LANGUAGES)
      expect(inOneGo(wireTextsInSlices(pack, language))).toBe(JSON.stringify(packTexts(pack, language)));
  });

  it('after steps of any length it is the pack of that position', () => {
    let at = Math.floor(last / 2);
    let before = written(Timeline.of(upTo(records, at)));
    let held = received(before);
    for (const length of [1, 1, 1, 2, 5, 17, 60]) {
      at += length;
      const now = Timeline.of(upTo(records, at));
      const after = written(now);
      held = stepped(held, before, after);
      expect(overTheWire(held)).toEqual(overTheWire(after));
      expect(firstDifference(now, new PackReader(held), 300, at)).toBeNull();
      before = after;
    }
  });
});

it('a step is small, and belongs on one pack alone', () => {
  const records = [...realisticLog({ events: 900, slots: 90, seed: 4 })];
  const last = records.at(-1)?.position as number;
  const [before, after] = [last - 1, last].map((position) =>
    written(Timeline.of(upTo(records, position))),
  ) as [Pack, Pack];
  const patch = patchOf(before, after);
  if (patch === null) throw new Error('One event more is a step.');
  const { pack, ...where } = patch;
  expect(writeWirePack(pack, where).length).toBeLessThan(writeWirePack(after).length / 5);
  expect(() => applyPatch(after, patch)).toThrow(RangeError);
  expect(() => applyPatch({ ...before, hash: 'of another log' }, patch)).toThrow(RangeError);
});

it('what is cut off or something else is refused', () => {
  const bytes = writeWirePack(written(Timeline.of([...realisticLog({ events: 60, slots: 6, seed: 5 })])));
  for (const missing of [1, 40, 400])
    expect(() => readWirePack(bytes.subarray(0, bytes.length - missing)), `${missing} bytes`).toThrow(
      RangeError,
    );
  expect(() => readWirePack(Uint8Array.from('{"format":1}', (letter) => letter.charCodeAt(0)))).toThrow(
    RangeError,
  );
  expect(() => readWirePack(new Uint8Array(0))).toThrow(RangeError);
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  expect(() => readWirePack(longer)).toThrow(/bytes/);
  // What a cache kept of the release before.
  const before = new TextDecoder('latin1').decode(bytes).replace('{"format":4', '{"format":3');
  const old = Uint8Array.from(before, (letter) => letter.charCodeAt(0));
  expect(() => readWirePack(old)).toThrow('A pack of the form 3; 4 is read here.');
});

it('bytes are read apart from what stands around them, and as often as one likes', () => {
  const bytes = writeWirePack(written(Timeline.of([...realisticLog({ events: 300, slots: 6, seed: 8 })])));
  const among = new Uint8Array(bytes.length + 7);
  among.set(bytes, 3);
  const [whole, part] = [bytes, among.subarray(3, 3 + bytes.length)].map((wire) => readWirePack(wire));
  expect(JSON.stringify(part, plainColumns)).toBe(JSON.stringify(whole, plainColumns));
});

it('a fault in one column shows', () => {
  const timeline = Timeline.of([...realisticLog({ events: 300, slots: 6, seed: 6 })]);
  const pack = received(written(timeline));
  for (const column of ['dateUntil', 'knownFrom', 'traits', 'statement'] as const) {
    const { LEGAL } = pack.tracks;
    const faulty = Int32Array.from(LEGAL[column], (value, row) => (row % 3 === 1 ? value + 1 : value));
    const reader = (): PackReader =>
      new PackReader({ ...pack, tracks: { ...pack.tracks, LEGAL: { ...LEGAL, [column]: faulty } } });
    let seen: unknown;
    try {
      seen = firstDifference(timeline, reader(), 4_000, 7);
    } catch (error) {
      seen = error;
    }
    expect(seen, column).not.toBeNull();
  }
});
