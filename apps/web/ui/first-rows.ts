/** Rows of a long table that are shown before the rest folds away; report.css counts to the same number. */
export const FIRST_ROWS = 20;
