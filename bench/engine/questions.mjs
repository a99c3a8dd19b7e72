import { FIRST_TOLD, LAST_TOLD } from '@policy-timeline/domain/testing';
import { random } from '../measure.mjs';

/** The days asked about: the same for everyone, spread over the second half of the record, in which most is told. */
export function questionsOf(seed, count = 512) {
  const pick = random(seed);
  const day = () => FIRST_TOLD + Math.floor((0.3 + 0.7 * pick()) * (LAST_TOLD - FIRST_TOLD));
  return Array.from({ length: count }, () => ({ date: day(), knownAt: day() }));
}

/** Goes round and round through the questions. */
export function inTurn(questions) {
  let i = 0;
  return () => questions[i++ % questions.length];
}
