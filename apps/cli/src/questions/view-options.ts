import { namesOf, numberOf, type Options } from '../options.js';

export const KNOWN_AT = [
  '--known-at <day>',
  'only what the public could know by the end of this day',
] as const;
export const LIVED = ['--as-lived', 'knowledge follows the date'] as const;
export const LENS = [
  ['--reading <name>', 'which day of a part-known date counts: nominal (default), certain, possible'],
  ['--track <name>', 'legal (default): what acts say; collected: what the border did'],
] as const;
export const BASIS = [
  '--basis <token>',
  'answer as an earlier answer did, whatever was recorded since; --json tells the basis',
] as const;
export const FILTERS = [
  ['--partner <code...>', 'countries (JPN) or bodies (org:eu)'],
  ['--family <name...>', 'for example TARIFF'],
  ['--subject <id...>', 'a subject and everything beneath it'],
  ['--text <words>', 'found in titles, in either language'],
] as const;
export const LIMIT = ['--limit <rows>', 'at most so many rows, 1 to 200 (default 200)'] as const;

/** What the options say of which slots or events, as the API takes it. */
export const filterOf = ({ partner, family, subject, text }: Options): object => ({
  ...(partner !== undefined && { partners: partner }),
  ...(family !== undefined && { families: namesOf(family) }),
  ...(subject !== undefined && { subjects: subject }),
  ...(text !== undefined && { text }),
});
/** From where it is looked at, as the API takes it. */
export const viewOf = (
  date: string | undefined,
  { knownAt, asLived, reading, track, basis }: Options,
): object => ({
  date,
  ...(basis !== undefined && { basis }),
  ...(knownAt !== undefined && { knownAt }),
  ...(asLived && { asLived: true }),
  ...(typeof reading === 'string' && { reading: reading.toUpperCase() }),
  ...(typeof track === 'string' && { track: track.toUpperCase() }),
});
export const firstOf = ({ limit }: Options): number => numberOf('--limit', limit, 50) ?? 200;
