import { type Day, formatDay } from '@policy-timeline/domain';
import type { MessageKey } from '@/language/translate';

/**
 * What an answer says of an instrument that only the answer beside it tells of: nobody knew its act yet, or it was known
 * and is not on the import.
 */
export const absence = (
  otherLine: { readonly decidedBy: { readonly knownWindow: { readonly nominal: string } | null } },
  known: Day | null,
): MessageKey =>
  known !== null && (otherLine.decidedBy.knownWindow?.nominal ?? '') > formatDay(known)
    ? 'pages.duty.notKnown'
    : 'pages.duty.absent';
