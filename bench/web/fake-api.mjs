import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Serves one pack the way the API does, answers every question with nothing, and keeps streams open. */
export function serveApi(pack, port) {
  const body = gzipSync(JSON.stringify(pack));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://bench');
    if (pathname === '/pack' && request.headers['if-none-match'] === `"${pack.hash}"`) {
      response.writeHead(304);
      response.end();
    } else if (pathname === '/pack') {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-encoding': 'gzip',
        etag: `"${pack.hash}"`,
      });
      response.end(body);
    } else if (pathname === '/graphql/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':\n\n');
    } else {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end('{"data":{"stateAsOf":{"readings":{"edges":[]}}}}');
    }
  });
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)));
}
