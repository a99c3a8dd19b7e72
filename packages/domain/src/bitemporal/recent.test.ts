import { expect, it } from 'vitest';
import { Recent } from './recent.js';

it('makes a thing again only when it was forgotten, and never keeps more than its bound', () => {
  const made: string[] = [];
  const recent = new Recent<string, { readonly name: string }>(3);
  const make = (name: string) => {
    made.push(name);
    return { name };
  };
  const get = (name: string, weight = 1) => (recent.get(name) ?? recent.keep(name, make(name), weight)).name;
  expect([get('a'), get('b'), get('a'), get('c'), get('b')]).toEqual(['a', 'b', 'a', 'c', 'b']);
  expect(made).toEqual(['a', 'b', 'c']);
  // A fourth is one too many: all begin anew.
  get('d');
  get('a');
  expect(made).toEqual(['a', 'b', 'c', 'd', 'a']);
  // What would fill it alone is never kept.
  get('whole', 4);
  get('whole', 4);
  get('a');
  expect(made).toEqual(['a', 'b', 'c', 'd', 'a', 'whole', 'whole']);
});
