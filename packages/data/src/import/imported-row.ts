import type { EventDraft, Text } from '@policy-timeline/domain';

/** An event made of a row, in the shape that `appendEvents` takes, and what an editor has to look at first. */
export interface ImportDraft {
  /** The event's id: the same row gives the same id in every import. */
  readonly id: string;
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** Paths of fields that the source does not give or gives unclearly: `effective`, `title.ja`. */
  readonly needsReview: readonly string[];
  readonly event: EventDraft & { readonly id: string };
  /** Ids of those of its sources that are printings of one document, the first printing first: a record of the event names each. */
  readonly printings?: readonly string[];
}

/** What a row shows to be missing or wrong in an event of the record: an erratum, in the shape that `correctEvent` takes. */
export interface ImportCorrection {
  /** Its idempotency key: the same row gives the same one in every import. */
  readonly id: string;
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly target: string;
  /** Of the target, in which the erratum stands. */
  readonly stream: string;
  readonly title: Text;
  readonly patch: Omit<Partial<EventDraft>, 'id' | 'stream'>;
  readonly reason: Text;
}

/** A row that could not be read; the rows around it are not touched by it. */
export interface ImportRowError {
  /** From 1. */
  readonly line: number;
  /** Stable, for programs. */
  readonly code: string;
  /** What was given, where, and how to write it. */
  readonly reason: string;
}

/** What one row of a file gives: a draft, an error, or neither where the row is no event by itself. */
export type ImportedRow =
  | { readonly draft: ImportDraft; readonly error?: never }
  | { readonly error: ImportRowError; readonly draft?: never };

/** The text of a file, from its beginning, as often as it is asked for. */
export type OpenText = () => AsyncIterable<string> | Iterable<string>;

/** Reads one kind of file, row by row; holds only the row at hand (and what its folder says). Never throws for what a file may hold. */
export type Importer = (open: OpenText, context: ImportContext) => AsyncIterable<ImportedRow>;

export interface ImportContext {
  /** The day of the import, `YYYY-MM-DD`: what a list without days was known from, at the latest. */
  readonly importedOn: string;
  /** As the file is called where it comes from; a file of the catalogue has its stream as its path. */
  readonly fileName?: string;
}

/** A fault of one row, thrown by a mapping and told with the row's line. */
export class RowFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'RowFault';
  }
}
