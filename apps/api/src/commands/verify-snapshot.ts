import { snapshotReport } from '../timeline/snapshot/snapshot-report.js';
import { runCommand } from './command.js';

await runCommand({
  help: `Says whether the snapshot beside the log fits it. npm run verify does so once the log is verified; a snapshot is
never needed, so what is said of it is no fault. The log is POLICY_LOG_URL (default: the SQLite file in POLICY_DATA_DIR).`,
  options: {},
  async run({ configuration: { log, snapshotFile } }) {
    // Only a log in a file has one.
    if (log.kind !== 'sqlite') return 0;
    const told =
      snapshotFile === null
        ? 'POLICY_SNAPSHOT is off: no snapshot is kept or used.'
        : await snapshotReport(log.file, snapshotFile);
    process.stdout.write(`${told}\n`);
    return 0;
  },
});
