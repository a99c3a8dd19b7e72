import { families } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import en from '@/messages/en.json';
import ja from '@/messages/ja.json';
import { FAMILY_ORDER } from './family-order';

it('families stand in the order of the domain, observations last, under the domain’s names', () => {
  const names = families.map(({ family }) => family);
  expect(FAMILY_ORDER).toEqual([...names.filter((name) => name !== 'INDICATOR'), 'INDICATOR']);
  expect(Object.fromEntries(families.map(({ family, title }) => [family, title.en]))).toEqual(en.family);
  expect(Object.fromEntries(families.map(({ family, title }) => [family, title.ja]))).toEqual(ja.family);
});
