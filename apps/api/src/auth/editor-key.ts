import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const keyFile = (dataFolder: string): string => join(dataFolder, 'editor.key');

/** The key of the embedded default. A key changed in its file (`npm run rotate-key`) counts from the next attempt on. */
export class EditorKey {
  #key = '';
  #stamp = '';

  /** Made at first start with rights for its owner alone, and told once. @throws Error of the file system */
  constructor(
    readonly file: string,
    tell: (key: string) => void,
  ) {
    try {
      this.#read();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      writeKey(file, newKey(), 'wx');
      this.#read();
      tell(this.#key);
    }
  }

  /** @throws Error of the file system: without its key the server takes no local token. */
  get current(): string {
    const { mtimeMs, ino, size } = statSync(this.file);
    if (`${mtimeMs} ${ino} ${size}` !== this.#stamp) this.#read();
    return this.#key;
  }

  #read(): void {
    const { mtimeMs, ino, size, mode } = statSync(this.file);
    // A key that others may read is a key that others have: from here on they cannot.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(this.file, 0o600);
    const key = readFileSync(this.file, 'utf8').trim();
    if (key.length < 32)
      throw new Error(
        `${this.file} holds no key; remove the file and a new one is made, or run npm run rotate-key.`,
      );
    this.#key = key;
    this.#stamp = `${mtimeMs} ${ino} ${size}`;
  }
}

/** Puts a new key in the place of the old one: that one, and every token made with it, is refused from now on. */
export function rotateKey(file: string): string {
  const key = newKey();
  const beside = `${file}.${process.pid}`;
  try {
    writeKey(beside, key, 'wx');
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
  return key;
}

/** What tokens made here are signed with: no one who holds a token can work out the key. */
export function tokenSecret(key: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', 'policy-timeline token', 32));
}

/** Equality in a time that does not tell where the texts differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const newKey = (): string => randomBytes(32).toString('base64url');

const writeKey = (file: string, key: string, flag: string): void =>
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag });
