import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { builtSchema } from '../printed-schema.js';
import { referencePages } from './reference-pages.js';

const folder = join(import.meta.dirname, '../../../../../docs/reference');

it('docs/reference is that of this schema; a build of apps/api writes it anew', async () => {
  const pages = referencePages(await builtSchema());
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
  const old = [...pages].filter(([file, text]) => readFileSync(join(folder, file), 'utf8') !== text);
  expect(old.map(([file]) => file)).toEqual([]);
});

it('says of each member what a reader needs: type, default, words, what goes away', () => {
  const pages = referencePages(
    buildSchema(`
      "Asks." type Query { "What held. More." state("Page size." first: Int = 50): State! }
      "Writes." type Mutation { "Adds." add(input: Draft!): Boolean } "Follows." type Subscription { "All." all: State }
      "A state." type State { "A | B." kind: Kind! "Old." day: Int @deprecated(reason: "Ask \`kind\`.") }
      "Kinds." enum Kind { "One." ONE } "A draft." input Draft { "Firm?" firm: Boolean! = true }`),
  );
  expect(pages.get('README.md')).toContain('- [state](queries.md#state): What held.\n');
  expect(pages.get('queries.md')).toContain('| `first` | `Int` | `50` | Page size. |');
  expect(pages.get('objects.md')).toContain('| `kind` | [`Kind!`](enums.md#kind) | A \\| B. |');
  expect(pages.get('objects.md')).toContain('| `day` | `Int` | **Deprecated:** Ask `kind`. Old. |');
  expect(pages.get('inputs.md')).toContain('| `firm` | `Boolean!` | `true` | Firm? |');
  expect(pages.get('enums.md')).toContain('| `ONE` | One. |');
});
