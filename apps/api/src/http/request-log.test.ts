import { expect, it } from 'vitest';
import { withoutTokens } from './request-log.js';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyZWlrbyJ9.c2lnbmF0dXJl';

it.each([
  ['/export/state.csv?d=2025-08-20&f=JPN', '/export/state.csv?d=2025-08-20&f=JPN'],
  ['/keys-of-the-day?d=2025-08-20', '/keys-of-the-day?d=2025-08-20'],
  ['/graphql?access_token=abc&query=x', '/graphql?access_token=***&query=x'],
  ['/graphql?query=x&API_KEY=a?b=c#Bearer=d', '/graphql?query=x&API_KEY=***#Bearer=***'],
  // A token in an address within an address.
  ['/login?next=/x?token=abc&d=1', '/login?next=/x?token=***&d=1'],
  [`/read/${JWT}?d=${JWT}&e=1`, '/read/***?d=***&e=1'],
  [`/read/a.${JWT}`, '/read/a.***'],
  ['/eyJust/a.path', '/eyJust/a.path'],
])('%s is logged as %s', (url, logged) => expect(withoutTokens(url)).toBe(logged));

it.each(['?key', 'eyJ-', '&key=', '?eyJ.', '=key?'])(
  'passes once over an address that repeats %s to the longest that Node takes',
  (part) => expect(withoutTokens(`/x?${part.repeat(4_000)}`)).not.toBe(''),
);
