import { closeSync, fsyncSync, openSync } from 'node:fs';

/** The name of a new file is durable only when its folder is synced. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What SQLite keeps beside a database that is open, or was not closed. */
export const COMPANIONS = ['-wal', '-shm'] as const;
