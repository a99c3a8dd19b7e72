// Memory stays flat while the same work goes on.
import { startReaders } from './load.mjs';

/** Readers ask for `minutes`; memory is taken every ten seconds once the first tenth has warmed everything up. */
export async function soak(deployment, minutes, say) {
  const readers = startReaders(deployment.url, 8, { pauseMs: 10 });
  const [api] = deployment.apis;
  const samples = [];
  const end = performance.now() + minutes * 60_000;
  const warmUntil = performance.now() + minutes * 6_000;
  while (performance.now() < end) {
    await new Promise((done) => setTimeout(done, 10_000));
    if (performance.now() > warmUntil) samples.push(api.memoryMb);
    if (samples.length % 6 === 1)
      say(
        `soak: ${Math.round((end - performance.now()) / 60_000)} min to go, ${samples.at(-1).toFixed(0)} MB`,
      );
  }
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return {
    ...(await readers.stop()),
    minutes,
    firstMb: middle(samples.slice(0, quarter)),
    lastMb: middle(samples.slice(-quarter)),
    mostMb: Math.max(...samples),
  };
}
