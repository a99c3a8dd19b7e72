import format, { type CompiledMessage } from 'icu-minify/format';
import type { Locale } from './locale';
import type { Translate } from './translate';

type Compiled = { readonly [key: string]: CompiledMessage | Compiled };
/** Legal days are Washington’s. */
const TIME_ZONE = 'America/New_York';
const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

/** Says messages that `compiledMessages` has taken apart, on the server as in the browser; an unknown key is said as it is. */
export function translator(locale: Locale, messages: object): Translate {
  return (key, values) => {
    const message = messageAt(messages as Compiled, key);
    return message === undefined
      ? key
      : String(format(message, locale, values, { formatters, timeZone: TIME_ZONE }));
  };
}

/** A message is a text or a list; what lies above it is a tree. */
function messageAt(messages: Compiled, key: string): CompiledMessage | undefined {
  let at: Compiled | CompiledMessage | undefined = messages;
  for (const part of key.split('.')) {
    if (at === undefined || typeof at !== 'object' || Array.isArray(at)) return undefined;
    at = (at as Compiled)[part];
  }
  return at as CompiledMessage | undefined;
}
