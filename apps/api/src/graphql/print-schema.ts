import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtSchema, printed } from './printed-schema.js';
import { referencePages } from './reference/reference-pages.js';

const schema = await builtSchema();
writeFileSync(join(import.meta.dirname, '../../schema.graphql'), printed(schema));

const folder = join(import.meta.dirname, '../../../../docs/reference');
mkdirSync(folder, { recursive: true });
for (const [file, text] of referencePages(schema)) writeFileSync(join(folder, file), text);
