/** One thing to mend in the catalogue. The code never changes; the message says what was given and how to write it. */
export interface Fault {
  readonly code: string;
  /** Path below the catalogue folder, `membership/alba.yaml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** `membership/alba.yaml:12 WRONG_DATE …`: a form that editors make clickable. */
export function formatFault({ file, line, code, message }: Fault): string {
  return `${file}:${line} ${code} ${message}`;
}

/** What was given, short enough for a message. */
export function given(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
