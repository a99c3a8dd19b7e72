import type { DateSpec, EventDraft, PolicyEvent, Source } from '@policy-timeline/domain';
import type { ImportCorrection, ImportDraft } from './imported-row.js';

/** The id of the erratum that a correction becomes, by whichever way it gets into the log. */
export const correctionEventId = (correctionId: string): string => `${correctionId}/0`;

/**
 * A document printed again, or the first printing of one that is recorded by a later one, found after the act was
 * recorded. The act is one, so nothing is appended beside it: our record left a source out, which is an erratum. Readings
 * stay as they are; only where the first printing comes last do the days move by which the act was public.
 * Null where the event names every printing of the draft.
 */
export function printedAgain(draft: ImportDraft, recorded: PolicyEvent): ImportCorrection | null {
  const { printings = [] } = draft;
  const missing = draft.event.sources.filter(
    (source): source is Source =>
      printings.includes(source.id ?? '') && !recorded.sources.some(({ id }) => id === source.id),
  );
  if (missing.length === 0) return null;
  const ids = missing.map(({ id }) => id);
  const [first] = printings;
  const list = ids.join(', ');
  return {
    id: `${draft.id}:with:${ids.join('+')}`.slice(0, 300),
    line: draft.line,
    target: draft.id,
    stream: recorded.stream,
    title: recorded.title,
    patch: {
      sources: missing.reduce(inPlace, recorded.sources),
      ...(ids.some((id) => id === first) && saidByFirst(draft.event, recorded)),
    },
    reason: {
      en: `The document was printed more than once; the record did not name ${list} among its sources.`,
      ja: `この文書は複数回掲載されており、記録の出典に${list}が抜けていた。`,
    },
  };
}

/** By the days of the sources; of two of one day the recorded one stays in front. */
function inPlace(recorded: readonly Source[], source: Source): readonly Source[] {
  const later = recorded.findIndex(({ date }) => date > source.date);
  return recorded.toSpliced(later < 0 ? recorded.length : later, 0, source);
}

/** What the first printing knows better than a later one; what an editor may have written stays. */
function saidByFirst(draft: EventDraft, recorded: PolicyEvent): ImportCorrection['patch'] {
  const { data, note } = draft;
  const knownOn = earlier(draft.knownOn, recorded.knownOn);
  const publishedOn = earlier(draft.publishedOn, recorded.publishedOn);
  const newNote = recorded.note === undefined && note ? note : undefined;
  const inferred = new Set(recorded.inferred);
  if (knownOn) inferred.delete('knownOn');
  if (newNote) inferred.add('relations');
  return {
    ...(knownOn && { knownOn }),
    ...(publishedOn && { publishedOn }),
    ...(newNote && { note: newNote }),
    ...(data !== undefined && { data: { ...(recorded.data as object), ...(data as object) } }),
    ...(inferred.size !== recorded.inferred.length || newNote ? { inferred: [...inferred] } : {}),
  };
}

function earlier(
  said: EventDraft['knownOn'],
  recorded: DateSpec | undefined,
): { readonly date: string } | null {
  const date = said?.date;
  return date && (!recorded?.date || date < recorded.date) ? { date } : null;
}
