// Readers that ask without pause and count every answer that is not one.
const DAYS = [
  '2018-03-23',
  '2019-12-15',
  '2025-04-09',
  '2025-07-10',
  '2025-08-20',
  '2026-02-20',
  '2026-07-24',
];
const KNOWN = [null, '2018-03-21', '2025-05-29', '2025-08-25', '2026-01-10'];
const STATE = `query State($date: Date!, $knownAt: Date, $partners: [ID!]) {
  stateAsOf(date: $date, knownAt: $knownAt, filter: { partners: $partners }) {
    basis counts { inForce suspended scheduled }
    readings { edges { node { slot status value { __typename ... on RateValue { ratePercent } } decidedBy { id } } } }
  }
}`;
const UPCOMING = `query Upcoming($date: Date!, $knownAt: Date) {
  upcoming(date: $date, knownAt: $knownAt) { date daysLeft kind event { id } }
}`;

/** The n-th question of an endless, always equal list. */
export function question(n) {
  const date = DAYS[n % DAYS.length];
  const knownAt = KNOWN[Math.floor(n / DAYS.length) % KNOWN.length];
  const partners = [['JPN'], ['MEX'], ['BRA'], ['CHN']][n % 4];
  return n % 3 === 2
    ? { query: UPCOMING, variables: { date, knownAt } }
    : { query: STATE, variables: { date, knownAt, partners } };
}

/** Asks one question by POST; throws with a word on what went wrong. */
export async function ask(url, body, path = '/graphql') {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`status ${answer.status}: ${text.slice(0, 120)}`);
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(errors[0].message);
  return { data, text };
}

/**
 * `readers` ask one after the other until `stop` is called, which resolves with
 * `{ asked, failures: [{ at, reason }], p50Ms, p99Ms }`.
 */
export function startReaders(url, readers = 8, { pauseMs = 5 } = {}) {
  let going = true;
  let asked = 0;
  const failures = [];
  const times = [];
  const began = performance.now();
  const reader = async (n) => {
    for (let i = n; going; i += readers) {
      const from = performance.now();
      try {
        await ask(url, question(i));
      } catch (error) {
        failures.push({
          at: Math.round(from - began),
          reason: String(error.cause?.message ?? error.message),
        });
      }
      times.push(performance.now() - from);
      asked += 1;
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  };
  const all = Promise.all(Array.from({ length: readers }, (_, n) => reader(n)));
  return {
    get failures() {
      return failures;
    },
    async stop() {
      going = false;
      await all;
      times.sort((a, b) => a - b);
      const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
      return { asked, failures, p50Ms: at(0.5), p99Ms: at(0.99) };
    },
  };
}
