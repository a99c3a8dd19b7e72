import type { Data } from '../ask.js';

/** Where the first source of an event is to be read, or what it is called. */
export const sourceOf = ({ sources: [source] }: Data, lang: string): string =>
  source.url ?? source.title[lang];
