/** Octets of a line, its end not counted (RFC 5545 §3.1). */
const LONGEST = 75;

/** One content line, folded without cutting a character, ended with CRLF. `value` is written as it is. */
export function icsLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      lines.push(line);
      line = ' ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return `${[...lines, line].join('\r\n')}\r\n`;
}

/** A value of type TEXT (RFC 5545 §3.3.11). Control characters other than a line break have no place in it. */
export const icsText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

/** `20250709` of `2025-07-09`. */
export const icsDate = (day: string): string => day.replaceAll('-', '');
/** `20250402T120000Z` of an ISO 8601 instant in UTC. */
export const icsInstant = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
