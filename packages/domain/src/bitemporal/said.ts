import { isExactRevocation, isExactStatement } from './lens.js';
import type { Revocation, Statement } from './statement.js';

/** What is said of a slot, in order. */
export interface Said {
  readonly statements: readonly Statement[];
  readonly revocations: readonly Revocation[];
}

/** No day of it is a window: the certain and the possible reading are the nominal one. */
export const isExact = ({ statements, revocations }: Said): boolean =>
  statements.every(isExactStatement) && revocations.every(isExactRevocation);

/** What is said no longer, and what is said anew. */
export function difference(before: Said, now: Said): { readonly gone: Said; readonly added: Said } {
  const statements = commonLength(before.statements, now.statements);
  const revocations = commonLength(before.revocations, now.revocations);
  return { gone: from(before, statements, revocations), added: from(now, statements, revocations) };
}

/** How much two lists begin alike. */
function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** What is said from the given places on. */
const from = ({ statements, revocations }: Said, statement: number, revocation: number): Said => ({
  statements: statements.slice(statement),
  revocations: revocations.slice(revocation),
});
