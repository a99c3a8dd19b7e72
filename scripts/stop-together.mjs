// Ending well: on Ctrl+C, on a signal, and when the npm that started us is gone.
import { explain } from './console.mjs';
import { stopEverything } from './processes.mjs';

// Remembered at once: npm may be stopped while packages are installed or built.
const parent = process.ppid;
let ending = false;

/** Stops every program we started and then ends the process. Only the first call counts. */
export async function endWith(code, lastWords) {
  if (ending) return;
  ending = true;
  if (lastWords !== undefined) console[code === 0 ? 'log' : 'error'](`\n${lastWords}`);
  await stopEverything();
  process.exit(code);
}

/** From here on Ctrl+C, SIGTERM and a closed terminal stop the servers too. */
function stopWhenAsked({ code = 0, lastWords = 'stopping' } = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endWith(code, lastWords));
  // A SIGTERM to npm ends npm alone and tells us nothing; that our parent has changed does.
  setInterval(() => process.ppid !== parent && endWith(code, lastWords), 500).unref();
}

/** Runs a script from top to bottom; any fault ends it, and all it started, with one sentence and a non-zero exit code. */
export async function runScript(steps, whenAsked) {
  stopWhenAsked(whenAsked);
  try {
    await steps();
  } catch (error) {
    await endWith(1, explain(error));
  }
}
