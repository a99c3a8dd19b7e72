import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { rolldown } from 'rolldown';

const require = createRequire(import.meta.url);
const visScript = () =>
  readFileSync(require.resolve('vis-timeline/standalone/umd/vis-timeline-graph2d.min.js'));
const visStyle = () => readFileSync(require.resolve('vis-timeline/styles/vis-timeline-graph2d.min.css'));

/** The same items in vis-timeline: what is in sight is drawn, nothing is stacked (stacking would only cost it more). */
const visPage = `<!doctype html><link rel="stylesheet" href="/vis.css"><div id="box" style="height:600px"></div>
<script src="/vis.js"></script><script type="module">
const items = await (await fetch('/items')).json();
const DAY = 86_400_000;
const data = items.map(({ id, from, until, label }) => ({ id, content: label, start: from * DAY, end: until * DAY }));
const timeline = new vis.Timeline(document.getElementById('box'), data, { stack: false, showCurrentTime: false, height: '600px', maxHeight: '600px' });
timeline.addCustomTime(17_000 * DAY, 'date');
timeline.setWindow(16_800 * DAY, 17_200 * DAY, { animation: false });
window.step = (day) => { timeline.setCustomTime(day * DAY, 'date'); timeline.moveTo(day * DAY, { animation: false }); };
requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = 'true'; }));
</script>`;

/** The same items in React, written the plain way: the date is state, and what holds on it is a list. */
const reactSource = `
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
const items = await (await fetch('/items')).json();
function Screen() {
  const [day, setDay] = useState(17000);
  window.step = (next) => flushSync(() => setDay(next));
  const held = items.filter(({ from, until }) => from <= day && day < until);
  return h('div', null, h('h1', null, day), h('p', null, held.length), h('ul', null, held.map(({ id, label }) => h('li', { key: id }, label))));
}
createRoot(document.getElementById('box')).render(h(Screen));
requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = 'true'; }));
`;
const reactPage = '<!doctype html><div id="box"></div><script type="module" src="/react.js"></script>';

/** Pages of the peers over the same items, on a server of their own. */
export async function servePeers(items, port) {
  const bundle = await rolldown({
    input: 'entry.js',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry.js' ? new URL('./entry.js', import.meta.url).pathname : null),
        load: (id) => (id.endsWith('/bench/web/entry.js') ? reactSource : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  const files = {
    '/vis': ['text/html', visPage],
    '/vis.js': ['text/javascript', visScript()],
    '/vis.css': ['text/css', visStyle()],
    '/react': ['text/html', reactPage],
    '/react.js': ['text/javascript', output[0].code],
    '/items': ['application/json', JSON.stringify(items)],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[new URL(request.url, 'http://bench').pathname] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    response.end(body);
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}
