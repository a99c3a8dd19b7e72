import { inOneGo, type Slices } from '../bitemporal/slices.js';
import type { Source } from '../events/envelope.js';
import type { Text } from '../events/text.js';
import type { Value } from '../events/value.js';
import { type Language, PACK_FORMAT, type Pack, type PackTrack } from './pack.js';

/** What a pack, or a patch, says in one language: lists in the order of what they belong to. */
export interface PackTexts {
  readonly format: typeof PACK_FORMAT;
  readonly position: number;
  readonly hash: string;
  readonly language: Language;
  readonly parties: readonly string[];
  readonly topics: readonly string[];
  readonly slots: readonly string[];
  readonly events: readonly string[];
  /** Of statements whose value is told in words, by track. */
  readonly values: Readonly<Record<keyof Pack['tracks'], readonly string[]>>;
  readonly sources: readonly (Omit<Source, 'title'> & { readonly title: string })[];
  /** Of each event, indexes into `sources`. */
  readonly eventSources: readonly (readonly number[])[];
}

/** The texts of a pack that has those of `language`. */
export const packTexts = (pack: Pack, language: Language): PackTexts =>
  inOneGo(textsInSlices(pack, language));

function* textsInSlices(pack: Pack, language: Language): Slices<PackTexts> {
  const wordsOf = (track: PackTrack | null): string[] =>
    (track?.statements ?? []).flatMap(({ value }) => (isWords(value) ? [value.text[language]] : []));
  const values = { LEGAL: wordsOf(pack.tracks.LEGAL), COLLECTED: wordsOf(pack.tracks.COLLECTED) };
  yield;
  const slots = pack.slots.map(({ title }) => title[language]);
  yield;
  const events = pack.events.map(({ title }) => title[language]);
  yield;
  const sources = pack.sources.map((source) => ({ ...source, title: source.title[language] }));
  yield;
  return {
    format: PACK_FORMAT,
    position: pack.position,
    hash: pack.hash,
    language,
    parties: Object.values(pack.parties).map((name) => name[language]),
    topics: Object.values(pack.topics).map(({ title }) => title[language]),
    slots,
    events,
    values,
    sources,
    eventSources: pack.events.map(({ sources }) => sources),
  };
}

/** The same as JSON, so that readers of a large record get their turn while it is written. */
export function* wireTextsInSlices(pack: Pack, language: Language): Slices<string> {
  const members: string[] = [];
  for (const [name, value] of Object.entries(yield* textsInSlices(pack, language))) {
    const json = Array.isArray(value) ? yield* listInSlices(value) : JSON.stringify(value);
    members.push(`${JSON.stringify(name)}:${json}`);
  }
  return `{${members.join()}}`;
}

function* listInSlices(list: readonly unknown[]): Slices<string> {
  const parts: string[] = [];
  for (let i = 0; i < list.length; i += TEXTS_PER_SLICE) {
    parts.push(JSON.stringify(list.slice(i, i + TEXTS_PER_SLICE)).slice(1, -1));
    yield;
  }
  return `[${parts.join()}]`;
}

const TEXTS_PER_SLICE = 512;

/** The pack with the texts of one more language. @throws RangeError when they belong to another pack. */
export function withTexts(pack: Pack, texts: PackTexts): Pack {
  if (texts.position !== pack.position || texts.hash !== pack.hash)
    throw new RangeError(
      `Texts of position ${texts.position} do not belong to a pack of position ${pack.position}.`,
    );
  const { language } = texts;
  const { LEGAL, COLLECTED } = pack.tracks;
  const first = pack.languages.length === 0;
  const put = (before: Text, text: string | undefined): Text =>
    first ? { en: text ?? '', ja: text ?? '' } : { ...before, [language]: text ?? '' };
  const inTrack = <Track extends PackTrack | null>(name: keyof Pack['tracks'], track: Track): Track => {
    if (track === null) return track;
    const words = texts.values[name].values();
    return {
      ...track,
      statements: track.statements.map((statement) =>
        isWords(statement.value)
          ? {
              ...statement,
              value: { ...statement.value, text: put(statement.value.text, words.next().value) },
            }
          : statement,
      ),
    };
  };
  return {
    ...pack,
    languages: [...new Set([...pack.languages, language])],
    parties: Object.fromEntries(
      Object.entries(pack.parties).map(([id, name], i) => [id, put(name, texts.parties[i])]),
    ),
    topics: Object.fromEntries(
      Object.entries(pack.topics).map(([id, topic], i) => [
        id,
        { ...topic, title: put(topic.title, texts.topics[i]) },
      ]),
    ),
    slots: pack.slots.map((slot, i) => ({ ...slot, title: put(slot.title, texts.slots[i]) })),
    events: pack.events.map((event, i) => ({
      ...event,
      title: put(event.title, texts.events[i]),
      sources: texts.eventSources[i] ?? [],
    })),
    sources: texts.sources.map((source, i) => ({
      ...source,
      title: put(pack.sources[i]?.title ?? EMPTY, source.title),
    })),
    tracks: { LEGAL: inTrack('LEGAL', LEGAL), COLLECTED: inTrack('COLLECTED', COLLECTED) },
  };
}

const EMPTY: Text = { en: '', ja: '' };
const isWords = (value: Value | null): value is Extract<Value, { readonly text: Text }> =>
  value?.kind === 'TEXT' || value?.kind === 'SPECIFIC';
