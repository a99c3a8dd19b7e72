import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendJapanTariff } from './japan-tariff.js';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi();
  await appendJapanTariff(api);
});
afterAll(() => api.remove());

/** The bytes as they travel: fetch would decompress them. */
function travelled(path: string, encodings?: string) {
  return new Promise<{ encoding: string | undefined; vary: string | undefined; bytes: Buffer }>(
    (resolve, reject) => {
      get(`${api.url}${path}`, { headers: encodings ? { 'accept-encoding': encodings } : {} }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            encoding: response.headers['content-encoding'],
            vary: response.headers.vary,
            bytes: Buffer.concat(pieces),
          }),
        );
      }).on('error', reject);
    },
  );
}

const question = new URLSearchParams({ query: '{ __schema { types { name description } } }' });
it.each(['/export/state.csv?d=2025-05-01', '/feed.atom', `/graphql?${question}`])(
  'sends %s compressed to a reader who takes it so, and says that the bytes depend on it',
  async (path) => {
    const plain = await travelled(path);
    expect(plain.encoding).toBeUndefined();
    expect(plain.vary).toMatch(/accept-encoding/i);
    const small = await travelled(path, 'gzip');
    expect(small.encoding).toBe('gzip');
    expect(small.bytes.length).toBeLessThan(plain.bytes.length);
    expect(gunzipSync(small.bytes).equals(plain.bytes)).toBe(true);
  },
);

it('compresses the record for the browser once, not twice', async () => {
  const { encoding, bytes } = await travelled('/pack?part=texts&lang=en', 'gzip');
  expect(encoding).toBe('gzip');
  expect(JSON.parse(gunzipSync(bytes).toString())).toMatchObject({ position: 3 });
});
