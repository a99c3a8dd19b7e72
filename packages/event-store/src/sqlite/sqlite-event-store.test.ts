import { join } from 'node:path';
import { scratchFolder } from '../../test/scratch-folder.js';
import { describeEventStore } from '../contract.js';
import { openSqliteEventStore } from './open-sqlite-event-store.js';

const folder = scratchFolder();
let count = 0;

describeEventStore('sqlite', (options) =>
  openSqliteEventStore({ ...options, file: join(folder, `${count++}.db`) }),
);
