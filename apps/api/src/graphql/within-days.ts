import { ApiError } from './errors.js';

const MOST_DAYS = 100_000;

/** @throws ApiError INVALID_RANGE */
export function checkDays(withinDays: number): void {
  if (withinDays < 0 || withinDays > MOST_DAYS)
    throw new ApiError(
      'INVALID_RANGE',
      `withinDays: ${withinDays} cannot be used; write a whole number of days from 0 to ${MOST_DAYS}.`,
    );
}
