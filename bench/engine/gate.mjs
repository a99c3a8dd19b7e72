// The gate of CI: half of each ratio, at a size and with rows that hold still on a busy machine.
import { inOwnProcess } from './processes.mjs';
import { judged } from './report.mjs';
import { ROWS, SIZES } from './rows.mjs';

/** Rows whose medians stay well clear of half their target between runs. */
const STEADY = ['slot', 'latest', 'any', 'scrubDate'];
/** Ratios to SQL grow with the log and say little at 10k; absolute times and copies depend on the machine. */
const PEERS = ['emmett', 'naive'];
const SHARE = 0.5;

export async function gate(size) {
  const result = await inOwnProcess('run-size.mjs', {
    size,
    rounds: 5,
    millisecondsEach: 25,
    peers: [],
    only: STEADY,
  });
  let missed = 0;
  for (const definition of ROWS) {
    const row = result.rows[definition.id];
    const targets = definition.targets.filter(({ peer }) => PEERS.includes(peer));
    if (!row) continue;
    // A log of a tenth gives a naive replay a tenth of the work.
    const scale = SIZES[size].events / 100_000;
    for (const { says, found, ok } of judged(
      { ...definition, targets },
      row,
      0,
      SHARE * Math.min(1, scale),
    )) {
      if (ok === false) missed++;
      console.log(
        `${ok ? 'ok   ' : 'SHORT'} ${definition.title}: ${found}, target ${says}, gate at ${SHARE * Math.min(1, scale)} of it`,
      );
    }
  }
  console.log(`${result.compared} answers compared, 0 differences`);
  if (missed > 0) process.exitCode = 1;
}
