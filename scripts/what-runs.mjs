// The words with which a start ends: where to look, how to write, what lies where, how to stop.
import { join } from 'node:path';

export function whatRuns({ urls, dataFolder, logUrl = process.env.POLICY_LOG_URL }) {
  const log = logUrl ? `${withoutPassword(logUrl)} (POLICY_LOG_URL)` : 'in that folder, one SQLite file';
  return `
Ready.
  Look    ${urls.web}
  Ask     ${urls.api}/graphql
  Append  with the editor key in ${join(dataFolder, 'editor.key')}, sent as "Authorization: Bearer <key>"
  Stored  ${dataFolder} (POLICY_DATA_DIR); the log: ${log}
  Stop    Ctrl+C
`;
}

const withoutPassword = (url) => url.replace(/\/\/[^@/]*@/, '//***@');
