import { describeEventStore } from '../contract.js';
import { MemoryEventStore } from './memory-event-store.js';

describeEventStore('memory', async (options) => new MemoryEventStore(options));
