import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from './printed-schema.js';

writeFileSync(join(import.meta.dirname, '../../schema.graphql'), await printedSchema());
