import { type Refusal, sayRefusal, sayRule } from '@/language/refusal';
import type { MessageKey, Translate } from '@/language/translate';
import type { UserError } from './append-queries';
import { fieldOfPath } from './draft';
import { givenAt } from './given-at';

/** Why nothing was written at all. */
export const sayFailure = (t: Translate, failure: Refusal): string =>
  sayRefusal(t, failure) ?? t('append.failed', { reason: failure.message });

/** What a rule of the record says against what was sent; null where there is only the API's own sentence. */
export const sayUserError = (t: Translate, error: UserError, sent: unknown): string | null =>
  sayRule(t, error, givenAt(sent, error.path));

/** A path of the server as the forms call it; null where no field has it. */
export function labelAt(t: Translate, path: string | null): string | null {
  const field = fieldOfPath(path);
  return field === null ? null : t(`append.${field}` as MessageKey);
}

/** Paths to be looked at, as the forms call them: a field once, and a path that no form has as it is. */
export const labelsAt = (t: Translate, paths: readonly string[]): string =>
  [...new Set(paths.map((path) => labelAt(t, path === 'effective' ? 'effective.from' : path) ?? path))].join(
    t('pages.refusal.and'),
  );
