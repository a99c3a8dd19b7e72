import { InvalidDate, parsePartialDate } from '@policy-timeline/domain';
import type { TargetEvent } from './append-queries';

/** The fields of an event that an editor can put right here, as typed, and why. */
export interface Correction {
  readonly titleJa: string;
  readonly titleEn: string;
  readonly summaryJa: string;
  readonly summaryEn: string;
  readonly from: string;
  readonly until: string;
  readonly knownOn: string;
  readonly note: string;
  readonly reasonJa: string;
  readonly reasonEn: string;
}

export function correctionOf(target: TargetEvent): Correction {
  return {
    titleJa: target.title.ja,
    titleEn: target.title.en,
    summaryJa: target.summary.ja,
    summaryEn: target.summary.en,
    from: target.effective.from.date ?? '',
    until: target.effective.until?.date ?? '',
    knownOn: target.knownOn?.date ?? '',
    note: target.note ?? '',
    reasonJa: '',
    reasonEn: '',
  };
}

/** What keeps it from being sent; `nothing` where no field differs from the record. */
export function correctionFaults(
  draft: Correction,
  first: Correction,
  voiding: boolean,
): ReadonlyMap<keyof Correction | 'nothing', 'required' | 'unreadableDate'> {
  const faults = new Map<keyof Correction | 'nothing', 'required' | 'unreadableDate'>();
  for (const field of ['reasonJa', 'reasonEn'] as const)
    if (draft[field].trim() === '') faults.set(field, 'required');
  if (voiding) return faults;
  for (const field of ['titleJa', 'titleEn', 'from'] as const)
    if (draft[field].trim() === '' && first[field] !== '') faults.set(field, 'required');
  for (const field of ['from', 'until', 'knownOn'] as const)
    if (draft[field].trim() !== '' && !isPartialDate(draft[field])) faults.set(field, 'unreadableDate');
  if (Object.keys(patchOf(draft, first)).length === 0) faults.set('nothing', 'required');
  return faults;
}

/** Only what differs: what is left out of a patch stays as it is. */
export function patchOf(draft: Correction, first: Correction) {
  const changed = (...fields: (keyof Correction)[]): boolean =>
    fields.some((field) => draft[field].trim() !== first[field].trim());
  const date = (text: string): { date: string } => ({ date: text.trim() });
  return {
    ...(changed('titleJa', 'titleEn')
      ? { title: { ja: draft.titleJa.trim(), en: draft.titleEn.trim() } }
      : {}),
    ...(changed('summaryJa', 'summaryEn')
      ? { summary: { ja: draft.summaryJa.trim(), en: draft.summaryEn.trim() } }
      : {}),
    ...(changed('from', 'until')
      ? {
          effective: {
            from: date(draft.from),
            ...(draft.until.trim() === '' ? {} : { until: date(draft.until) }),
          },
        }
      : {}),
    ...(changed('knownOn') && draft.knownOn.trim() !== '' ? { knownOn: date(draft.knownOn) } : {}),
    ...(changed('note') ? { note: draft.note.trim() } : {}),
  };
}

function isPartialDate(text: string): boolean {
  try {
    parsePartialDate(text.trim());
    return true;
  } catch (error) {
    if (error instanceof InvalidDate) return false;
    throw error;
  }
}
