import { ACTIONS } from './draft';

/** What an editor can do, in the order in which it is offered. */
export const TASKS = ['append', ...ACTIONS, 'correct', 'void', 'import', 'audit'] as const;
export type Task = (typeof TASKS)[number];
