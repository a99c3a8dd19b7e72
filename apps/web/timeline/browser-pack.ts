import { type Language, type Pack, PackReader, withTexts } from '@policy-timeline/domain';
import {
  type AskPack,
  askColumns,
  askNewer,
  askTexts,
  nameQuery,
  type PackName,
  withAskedTexts,
} from './pack-client';

const askWith =
  (signal: AbortSignal): AskPack =>
  (query) =>
    fetch(`/api/pack${query}`, { signal });

/**
 * The record that the page was written from: first what scrubbing needs, then the texts of the reader's language, asked for at
 * the same time. Both are named by position and hash, so the HTTP cache keeps them for good. Where that position is not to be
 * had (another log, no connection) the newest there is serves.
 * @throws Error with the reason where no record can be had; missing texts are told by the last call alone.
 */
export async function loadRecord(
  name: PackName,
  language: Language,
  tell: (reader: PackReader) => void,
  signal: AbortSignal,
): Promise<void> {
  const ask = askWith(signal);
  const early = askTexts(ask, name, language).catch(() => null);
  const columns = await askColumns(ask, nameQuery(name)).catch(() => askColumns(ask, ''));
  signal.throwIfAborted();
  tell(new PackReader(columns));
  const texts = await early;
  const fitting = texts?.position === columns.position && texts.hash === columns.hash;
  const pack = await (fitting ? withTexts(columns, texts) : withAskedTexts(ask, columns, [language]));
  signal.throwIfAborted();
  tell(new PackReader(pack));
}

/** The same record with the texts of one more language. */
export async function addTexts(pack: Pack, language: Language, signal: AbortSignal): Promise<PackReader> {
  return new PackReader(await withAskedTexts(askWith(signal), pack, [language]));
}

/** The record at a later position, null for the newest; null where it is the one that is held. */
export async function fetchNewer(
  held: Pack,
  position: string | null,
  signal: AbortSignal,
): Promise<PackReader | null> {
  const pack = await askNewer(askWith(signal), held, position === null ? '' : `&${nameQuery({ position })}`);
  return pack === held ? null : new PackReader(pack);
}
