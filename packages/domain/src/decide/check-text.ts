import type { PolicyEvent } from '../events/envelope.js';
import type { Refuse } from './decision.js';

/** Characters that no reader sees and that change what is read: control characters, halves of characters, and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
const UNREADABLE = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;
/** A text of an event; a summary has its own, shorter limit. */
const LONGEST = 8000;
/** An event is a few sentences and some figures; a file belongs to its source. */
const MOST_VALUES = 20_000;
const DEEPEST = 24;

/** Every text anywhere in the event can be read as it is written, and every number is one. */
export function checkText(event: PolicyEvent, refuse: Refuse): void {
  const waiting: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value: event, path: '', depth: 0 },
  ];
  for (let count = 0; waiting.length > 0; count++) {
    const { value, path, depth } = waiting.pop() as (typeof waiting)[number];
    if (count > MOST_VALUES || depth > DEEPEST) {
      refuse(
        path,
        `the event is too large: at most ${MOST_VALUES} values, ${DEEPEST} levels deep.`,
        'TOO_LARGE',
        'INVALID_INPUT',
      );
      return;
    }
    if (typeof value === 'string') checkOne(value, path, refuse);
    else if (typeof value === 'number' && !Number.isFinite(value))
      refuse(path, 'is no number that can be kept.', 'NOT_A_NUMBER', 'INVALID_INPUT');
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) {
        if (UNREADABLE.test(key) || key.length > 200)
          refuse(path, 'has a member whose name cannot be read.', 'UNREADABLE_TEXT', 'INVALID_INPUT');
        const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
        waiting.push({ value: member, path: `${path}${step}`.slice(0, 200), depth: depth + 1 });
      }
  }
}

function checkOne(text: string, path: string, refuse: Refuse): void {
  if (UNREADABLE.test(text))
    refuse(
      path,
      'has a control character, half of a character, or a mark that turns the direction of writing; write it without.',
      'UNREADABLE_TEXT',
      'INVALID_INPUT',
    );
  else if (text.length > LONGEST)
    refuse(path, `is ${text.length} characters long; write at most ${LONGEST}.`, 'TOO_LONG', 'INVALID_INPUT');
}
