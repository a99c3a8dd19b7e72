// The domain's reading of a pack inside Chromium, each decode timed as the first of a new page, as a reader waits for it.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const PAGES = 9;
const DOMAIN = dirname(fileURLToPath(import.meta.resolve('@policy-timeline/domain')));
/** With them the page's clock is told finer than a tenth of a millisecond. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * Milliseconds: from the bytes to the `first` whole state in each page, `again` later ones, `lists` when first asked for, `folds`
 * of whole states.
 */
export async function inChromium(executablePath, pack, questions) {
  const server = await serve(pack);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const found = { version: browser.version(), first: [], again: [], lists: [], folds: [] };
    for (let i = 0; i < PAGES; i++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      const { decodes, lists, folds } = await page.evaluate(timePack, questions);
      found.first.push(decodes[0]);
      found.again.push(...decodes.slice(1));
      found.lists.push(lists);
      found.folds.push(...folds);
      await context.close();
    }
    return found;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs in the page. */
async function timePack(questions) {
  const { PackReader, readWirePack } = await import('/domain/index.js');
  const wire = new Uint8Array(await (await fetch('/pack')).arrayBuffer());
  const timed = (run) => {
    const start = performance.now();
    const out = run();
    return [out, performance.now() - start];
  };
  const [firstAsked] = questions;
  const firstState = () => {
    const reader = new PackReader(readWirePack(wire));
    reader.state(firstAsked.date, firstAsked.knownAt, new Int32Array(reader.pack.slots.length));
    return reader;
  };
  const [reader, first] = timed(firstState);
  const { pack } = reader;
  const [, lists] = timed(() => [pack.events, pack.deadlines, pack.tracks.LEGAL.statements]);
  const table = reader.table('LEGAL');
  const out = new Int32Array(table.slotCount);
  const folds = questions.map(({ date, knownAt }) => timed(() => table.state(date, knownAt, out))[1]);
  const decodes = [first];
  for (let i = 0; i < 4; i++) decodes.push(timed(firstState)[1]);
  return { decodes, lists, folds };
}

function serve(pack) {
  const server = createServer(({ url }, response) => {
    const path = normalize(url);
    if (path === '/pack')
      response
        .writeHead(200, {
          ...ISOLATED,
          'content-type': 'application/octet-stream',
          'content-encoding': 'gzip',
        })
        .end(pack);
    else if (path.startsWith('/domain/')) {
      response.writeHead(200, { ...ISOLATED, 'content-type': 'text/javascript' });
      createReadStream(join(DOMAIN, path.slice('/domain'.length)))
        .once('error', () => response.destroy())
        .pipe(response);
    } else
      response
        .writeHead(200, { ...ISOLATED, 'content-type': 'text/html' })
        .end('<!doctype html><title>pack</title>');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
