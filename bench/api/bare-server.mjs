// The limit: node:http, a parsed body, JSON.stringify of objects that lie ready, nothing else.
import { createServer } from 'node:http';
import { parseDay, viewOf } from '@policy-timeline/domain';
import { DATES, listed, record, rowOf } from './questions.mjs';

const timeline = record();
const nodes = (rows) => ({ readings: { edges: rows.map((node) => ({ node })) } });
const ready = new Map(
  DATES.map((date) => {
    const rows = listed(timeline, viewOf({ date: parseDay(date) })).map(rowOf);
    const pages = {
      a: nodes(rows.slice(0, 200)),
      b: nodes(rows.slice(200, 400)),
      c: nodes(rows.slice(400, 500)),
    };
    return [date, { pages: { data: pages }, all: { data: { stateAsOf: nodes(rows) } } }];
  }),
);

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { variables, query } = JSON.parse(Buffer.concat(chunks).toString());
    const { pages, all } = ready.get(variables.date);
    const text = JSON.stringify(query === 'all' ? all : pages);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
}).listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));
