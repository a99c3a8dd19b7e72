import type { DateSpec, EffectDraft, EventDraft, PolicyEvent } from '@policy-timeline/domain';
import type { ImportDraft } from './imported-row.js';

/** The type that changes what an imported type began. */
const AMENDING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    TariffOrdered: 'TariffAmended',
    PolicyAdopted: 'PolicyAmended',
    SanctionImposed: 'SanctionAmended',
  }),
);

/** The days a source says something holds; null where it gives none. */
interface Days {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * Sources such as Global Trade Alert overwrite a day in place when a measure is extended. The record never edits: what
 * a later import says otherwise is a further event, `<id>:r1`, `:r2` …, that amends the one before it.
 * Null where the record says the same, or where the type's days are never changed by an import.
 */
export function revisionOf(
  draft: ImportDraft,
  event: (id: string) => PolicyEvent | undefined,
  importedOn: string,
): ImportDraft | null {
  const type = AMENDING.get(draft.event.type);
  const recorded = event(draft.id);
  const [effect] = draft.event.effects ?? [];
  if (!type || !recorded || effect?.act !== 'ASSERT') return null;
  const revisions: PolicyEvent[] = [];
  for (let next = event(`${draft.id}:r1`); next; next = event(`${draft.id}:r${revisions.length + 1}`))
    revisions.push(next);
  const last = revisions.at(-1) ?? recorded;
  const [was, is] = [daysIn(last), daysIn(draft.event)];
  // An editor may have filled in a day that the source leaves open: the source says nothing against it.
  if (is.from === null || (was.from === is.from && was.until === is.until)) return null;
  const id = `${draft.id}:r${revisions.length + 1}`;
  const { title, stream, topic, actors, targets, sources, relations: _of, ...rest } = draft.event;
  return {
    id,
    line: draft.line,
    needsReview: [
      'knownOn',
      'title.ja',
      ...draft.needsReview.filter((field) => field.startsWith('effective')),
    ],
    event: {
      ...(rest.direction && { direction: rest.direction }),
      id,
      stream,
      topic,
      type,
      title: { en: `Dates changed: ${title.en}`.slice(0, 2000), ja: '' },
      knownOn: { date: importedOn },
      knownBasis: 'INFERRED',
      effective: { from: { date: is.from }, ...(is.until !== null && { until: { date: is.until } }) },
      ...(actors && { actors }),
      ...(targets && { targets }),
      relations: [{ type: isExtension(was, is) ? 'EXTENDS' : 'AMENDS', to: last.id }],
      sources: sources.map((source) => ({ ...source, date: importedOn })),
      effects: effectsOf(effect, last, [recorded, ...revisions], was, is),
      inferred: ['knownOn'],
      note: `The source said ${said(was)} before and says ${said(is)} in the import of ${importedOn}; when it changed is not said.`,
    },
  };
}

function effectsOf(
  { slot, value }: EffectDraft,
  last: PolicyEvent,
  all: readonly PolicyEvent[],
  was: Days,
  is: Days,
): readonly EffectDraft[] {
  // An end that is no longer there cannot be amended away: what was said is revoked and said anew without it.
  if (was.until !== null && is.until === null)
    return [
      ...all.map(({ id }) => ({ act: 'REVOKE' as const, slot, target: id })),
      { act: 'ASSERT', slot, value: value ?? { flag: true } },
    ];
  return [{ act: 'AMEND', slot, target: last.id }];
}

function daysIn({ effective }: PolicyEvent | EventDraft): Days {
  const text = (spec: { readonly date?: DateSpec['date'] | undefined } | null | undefined) =>
    spec?.date ?? null;
  return { from: effective.dateOpen ? null : text(effective.from), until: text(effective.until) };
}

const isExtension = (was: Days, is: Days): boolean =>
  was.from === is.from && was.until !== null && (is.until === null || is.until > was.until);

const said = ({ from, until }: Days): string => `${from ?? 'no start'} to ${until ?? 'no end'}`;
