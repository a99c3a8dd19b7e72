import type { MessageKey, Translate } from './translate';

/** What the API refused, as it tells it on every transport: a code that never changes, and its own English sentence. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The argument that is at fault, and what was given for it, where one is. */
  readonly field: string | null;
  readonly given: string | null;
}

export interface WireRefusal {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export function refusalOf({ message, extensions = {} }: WireRefusal): Refusal {
  const text = (name: string): string | null => {
    const value = extensions[name];
    return typeof value === 'string' ? value : null;
  };
  return { code: text('code') ?? 'INTERNAL', message, field: text('field'), given: text('given') };
}

/** Why a question of the browser has no answer: nobody was reached, or the API refused. */
export const refusalOfError = (error: {
  readonly message: string;
  readonly graphQLErrors: readonly WireRefusal[];
}): Refusal => {
  const [first] = error.graphQLErrors;
  return first ? refusalOf(first) : { code: 'NETWORK', message: error.message, field: null, given: null };
};

/** A refusal in the page's language, by its argument or else by its code; null where there is only the API's own sentence. */
export function sayRefusal(t: Translate, { code, field, given }: Refusal): string | null {
  const ofField =
    code === 'INVALID_DATE' || field === null ? null : said(t, `pages.refusal.asked.${field}`, given);
  return ofField ?? said(t, `pages.refusal.code.${code}`, given);
}

/** A refusal by a rule of the record: the rule's own code says more than the code above it. */
export const sayRule = (
  t: Translate,
  { code, reason }: { readonly code: string; readonly reason: string | null },
  given: string | null,
): string | null =>
  (reason === null ? null : said(t, `pages.refusal.rule.${reason}`, given)) ??
  said(t, `pages.refusal.code.${code}`, given);

/** Why a row of an imported file could not be read. */
export const sayRow = (t: Translate, code: string): string | null =>
  said(t, `pages.refusal.row.${code}`, null);

/** A code that has come since is in no language yet: `t` then says the key. */
function said(t: Translate, key: string, given: string | null): string | null {
  const text = t(key as MessageKey, { given: given ?? '…' });
  return text === key ? null : text;
}
