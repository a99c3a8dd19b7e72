// Row 18: readers see no failed request when one of two replicas restarts, or is killed; both give equal bytes.
import { ask, question, startReaders } from './load.mjs';

/** Restarts the replicas in turn, `restarts` times in all, while readers ask. */
export async function rollingRestarts(deployment, restarts) {
  const readers = startReaders(deployment.url);
  const readyMs = [];
  for (let n = 0; n < restarts; n += 1) {
    const replica = deployment.apis[n % 2];
    await replica.end('SIGTERM');
    readyMs.push(await replica.start());
  }
  return { ...(await readers.stop()), restarts, readyMs: readyMs.sort((a, b) => a - b) };
}

/** Kills a replica without a word, `kills` times, while readers ask. */
export async function killedReplicas(deployment, kills) {
  const readers = startReaders(deployment.url);
  for (let n = 0; n < kills; n += 1) {
    const replica = deployment.apis[n % 2];
    await replica.end('SIGKILL');
    await new Promise((done) => setTimeout(done, 300));
    await replica.start();
  }
  return { ...(await readers.stop()), kills };
}

/** Asks both replicas the same `questions` at the same basis and compares bytes. */
export async function equalBytes(deployment, questions) {
  const different = [];
  for (let n = 0; n < questions; n += 1) {
    const [one, two] = await Promise.all(deployment.apis.map(({ url }) => ask(url, question(n))));
    const bare = ({ text }) => text.replace(/"traceId":"[^"]*"/g, '');
    if (bare(one) !== bare(two)) different.push(n);
  }
  return { questions, different };
}
