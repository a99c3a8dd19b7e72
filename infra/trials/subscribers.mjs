// Row 11: readers of the subscription who do not read cost little, and nobody waits for them.
import { once } from 'node:events';
import { connect } from 'node:net';
import { appendTrialEvent } from './append.mjs';
import { pause } from './deployment.mjs';

const SUBSCRIBE = JSON.stringify({ query: 'subscription { eventAppended { id title { en } } }' });

/** Subscribes straight at an API and never reads an answer. Resolves with a function that tells whether it was cut off. */
async function stalled(url) {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write(
    `POST /graphql/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${SUBSCRIBE.length}\r\n\r\n${SUBSCRIBE}`,
  );
  return socket;
}

/** Counts the events that arrive, through nginx as a browser would get them. */
async function follower(url) {
  const seen = [];
  const ending = new AbortController();
  const answer = await fetch(`${url}/api/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: SUBSCRIBE,
    signal: ending.signal,
  });
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body)
      for (const [, id] of decoder.decode(chunk, { stream: true }).matchAll(/"id":"(trial-[^"]+)"/g))
        seen.push({ id, at: performance.now() });
  })().catch(() => undefined);
  return {
    seen,
    stop() {
      ending.abort();
      return reading;
    },
  };
}

/** `appends` events while `stalledReaders` do not read; two followers on different replicas must see each once, in order. */
export async function stalledSubscribers(deployment, { stalledReaders, appends }) {
  const [api] = deployment.apis;
  const target = { url: api.url, key: deployment.key };
  // Appending has a price of its own, which is paid before the one of the readers is measured.
  for (let n = 0; n < appends; n += 1) await appendTrialEvent(target, `warm-${process.pid}-${n}`, n);
  const sockets = await Promise.all(Array.from({ length: stalledReaders }, () => stalled(api.url)));
  const followers = await Promise.all([follower(deployment.url), follower(deployment.url)]);
  await pause(300);
  const before = api.memoryMb;
  const sent = new Map();
  for (let n = 0; n < appends; n += 1) {
    const id = `trial-${process.pid}-${n}`;
    sent.set(id, performance.now());
    await appendTrialEvent(target, id, appends + n);
  }
  const until = performance.now() + 10_000;
  while (followers.some(({ seen }) => seen.length < appends) && performance.now() < until) await pause(50);
  const addedMb = api.memoryMb - before;
  for (const socket of sockets) socket.destroy();
  await Promise.all(followers.map((one) => one.stop()));
  const delays = followers
    .flatMap(({ seen }) => seen.map(({ id, at }) => at - sent.get(id)))
    .sort((a, b) => a - b);
  const ids = [...sent.keys()].join();
  return {
    appends,
    stalledReaders,
    addedMb,
    complete: followers.every(({ seen }) => seen.map(({ id }) => id).join() === ids),
    p95Ms: delays[Math.floor(delays.length * 0.95)] ?? Number.POSITIVE_INFINITY,
  };
}
