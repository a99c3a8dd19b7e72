import { describe, expect, it } from 'vitest';
import { inOneGo } from '../bitemporal/slices.js';
import { bytesLaid, layOut, readLaid } from './byte-planes.js';

const WIDEST = 2 ** 31 - 1;
/** Reads from the middle of other bytes, as a column stands in a pack. */
function travelled(values: readonly number[]) {
  const [laid, bytes] = inOneGo(layOut(values));
  const among = new Uint8Array(bytes.length + 5).fill(255);
  among.set(bytes, 3);
  expect(bytesLaid(laid)).toBe(bytes.length);
  return { bytes: bytes.length, numbers: [...readLaid(among, 3, laid)] };
}
const many = (length: number, one: number): number[] => new Array<number>(length).fill(one);

describe('a column of whole numbers is read as it was written, in as many bytes as it needs', () => {
  it.each([
    ['nothing', [], 0],
    ['one number throughout', many(1_000, 40_000), 0],
    ['single bytes, 255 among them', [0, 1, 254, 255], 4],
    ['few wide ones are told apart', [...many(96, 3), 255, 256, 65_535, 7], 100 + 3 * 2],
    ['many wide ones, in planes', [300, 7, 65_535, 256], 4 * 2],
    ['three bytes', [300, 2 ** 24 - 1, 2 ** 16], 3 * 3],
    ['the widest there is', [WIDEST, 0, 2 ** 24, WIDEST], 4 * 4],
    ['the widest, told apart', [...many(50, 1), WIDEST, 2], 52 + 4],
  ])('%s', (_, values, bytes) => {
    expect(travelled(values)).toEqual({ bytes, numbers: values });
  });

  it.each([-1, WIDEST + 1, Number.NaN])('%d cannot be told', (value) => {
    expect(() => inOneGo(layOut([1, value]))).toThrow(RangeError);
  });
});
