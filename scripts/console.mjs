// What the scripts say to people, and how they end. Plain JavaScript: it runs before anything is installed.

const startedAt = Date.now();

/** One line with the seconds since the command began. */
export function say(text) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  console.log(`[${seconds} s] ${text}`);
}

/** A fault we expect and can explain: its message is printed alone, without a stack. */
export class Explained extends Error {}

/** Turns whatever was thrown into text for the reader: our own sentence, or the whole stack of a surprise. */
export function explain(error) {
  return error instanceof Explained ? error.message : String(error?.stack ?? error);
}
