import { GapInLog, StoreDamaged, StoreUnavailable } from '@policy-timeline/event-store';
import { GraphQLError } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { faultOfLog, formatError, unexpected } from './errors.js';

const FILE = '/srv/policy/log.sqlite';
const kept = [faultOfLog.report, unexpected.report] as const;
afterEach(() => {
  [faultOfLog.report, unexpected.report] = kept;
});

/** What the caller is told, and what the operator reads. */
function toldOf(error: Error) {
  const read: string[] = [];
  faultOfLog.report = ({ message }) => read.push(message);
  unexpected.report = (fault) => read.push(`unexpected: ${(fault as Error).message}`);
  const outer = new GraphQLError(error.message, { originalError: error, path: ['changes'] });
  const { message, extensions } = formatError(outer.toJSON(), outer);
  return { message, code: extensions?.code, read };
}

it('a hole in the log is damage, of which anybody may know the place in the log', () =>
  expect(toldOf(new GapInLog(5, 7))).toMatchObject({
    code: 'STORE_DAMAGED',
    message: expect.stringContaining('position 5'),
    read: [],
  }));

it.each([
  [
    new StoreDamaged(FILE, 5, 'the content does not match its hash'),
    'STORE_DAMAGED',
    'The log is damaged at position 5: the content does not match its hash. Nothing is appended to it.',
  ],
  [
    StoreUnavailable.at(FILE, 'the disk is full; make room.', { said: 'SQLite: database or disk is full' }),
    'STORE_UNAVAILABLE',
    'The log cannot be used now: the disk is full; make room.',
  ],
  [new StoreUnavailable(`${FILE} was closed`), 'STORE_UNAVAILABLE', 'The log cannot be used now.'],
])('%s: the file is named to operators alone', (error, code, message) =>
  expect(toldOf(error)).toEqual({ code, message, read: [error.message] }),
);

it('of what nobody expected only a trace is told', () =>
  expect(toldOf(new TypeError(`cannot read ${FILE}`))).toEqual({
    code: 'INTERNAL',
    message: expect.not.stringContaining(FILE),
    read: [expect.stringContaining(FILE)],
  }));
