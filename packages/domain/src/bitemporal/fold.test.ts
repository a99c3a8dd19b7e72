import { expect, it } from 'vitest';
import { fold } from './fold.js';

it.each([
  ['ＮＡＦＴＡ', 'NAFTA'],
  ['ﾌﾞﾗｼﾞﾙ', 'ブラジル'],
  ['ぶらじる', 'ブラジル'],
  ['ゔぇねずえら', 'ヴェネズエラ'],
  ['メルコスール', 'めるこすーる'],
])('%s is looked for as %s', (typed, written) => {
  expect(fold(typed)).toBe(fold(written));
});

it('leaves other letters apart', () => {
  expect(fold('関税')).toBe('関税');
  expect(fold('はは')).not.toBe(fold('ばば'));
});
