import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { packTexts, writeWirePack } from '@policy-timeline/domain';

/** Serves one pack the way the API does, answers every question with nothing, and keeps streams open. */
export function serveApi(pack, port) {
  const parts = {
    columns: gzipSync(writeWirePack(pack)),
    en: gzipSync(JSON.stringify(packTexts(pack, 'en'))),
    ja: gzipSync(JSON.stringify(packTexts(pack, 'ja'))),
    // Nothing came since.
    step: gzipSync(
      writeWirePack(
        { ...pack, slots: [], events: [], deadlines: [], tracks: { LEGAL: NO_ROWS, COLLECTED: null } },
        {
          after: pack.position,
          afterHash: pack.hash,
          slotsChanged: 0,
          slotsWritten: 0,
          eventsChanged: 0,
          deadlinesOf: [],
        },
      ),
    ),
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://bench');
    if (pathname === '/pack') {
      const part = searchParams.has('part')
        ? searchParams.get('lang')
        : searchParams.has('after')
          ? 'step'
          : 'columns';
      response.writeHead(200, {
        'content-type': searchParams.has('part') ? 'application/json' : 'application/octet-stream',
        'content-encoding': 'gzip',
        etag: `"${pack.hash}"`,
      });
      response.end(parts[part]);
    } else if (pathname === '/graphql/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':\n\n');
    } else {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      const none = { readings: { edges: [] } };
      response.end(JSON.stringify({ data: { stateAsOf: none, border: none } }));
    }
  });
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)));
}

const NO_ROWS = {
  slots: [],
  statements: [],
  slotStart: [0],
  dateFrom: [],
  dateUntil: [],
  knownFrom: [],
  knownUntil: [],
  dueOn: [],
  traits: [],
  statement: [],
  event: [],
  coveredThrough: [],
};
