import type { SlotReading } from '@policy-timeline/domain';
import { ApiError } from '../../graphql/errors.js';
import type { AskedQuestion } from './asked-question.js';

/** What the slot named by `s` reads. @throws ApiError, UnknownSubject */
export function slotAsked(question: AskedQuestion): SlotReading {
  const slot = question.parameter('s');
  if (slot === null)
    throw new ApiError(
      'INVALID_INPUT',
      's: name the slot to be read, for example s=tariff/us/reciprocal/JPN.',
    );
  return question.prefix.timeline.read(slot, question.view);
}
