import { DIFF } from './diff.js';
import { EVENTS } from './events.js';
import type { Question } from './question.js';
import { QUOTE_DUTY } from './quote-duty.js';
import { STATE } from './state.js';
import { TIMELINE } from './timeline.js';
import { UPCOMING } from './upcoming.js';
import { WHY } from './why.js';

/** The commands that ask, in the order in which help lists them. */
export const QUESTIONS: readonly Question[] = [STATE, DIFF, UPCOMING, QUOTE_DUTY, WHY, TIMELINE, EVENTS];
