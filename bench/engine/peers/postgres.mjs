// PostgreSQL 15 over the same rectangles as ranges under GiST, on a unix socket, in a folder of its own that is gone afterwards.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** Folder of the newest server binaries, or undefined: PATH, then where Debian's packages put them. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [...versions.map((v) => join(debian, v, 'bin')), ...(process.env.PATH ?? '').split(delimiter)].find(
    (folder) => ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))),
  );
}

/** PostgreSQL refuses to run as root, so root hands it to an unprivileged user. */
function userFor() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const { status, stdout } = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const group = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (status === 0) return { uid: Number(stdout), gid: Number(group.stdout) };
  }
  return {};
}

export class PostgresPeer {
  #folder;
  #server;
  #client;
  #user = userFor();

  static async start(bin, rectangles, say) {
    const peer = new PostgresPeer();
    try {
      await peer.#start(bin);
      await peer.#load(bin, rectangles, say);
      return peer;
    } catch (error) {
      await peer.stop();
      throw error;
    }
  }

  async #start(bin) {
    this.#folder = mkdtempSync(join(tmpdir(), 'pg-'));
    if (this.#user.uid !== undefined) chownSync(this.#folder, this.#user.uid, this.#user.gid);
    const data = join(this.#folder, 'data');
    const made = spawnSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'bench', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
      {
        ...this.#user,
        cwd: this.#folder,
        encoding: 'utf8',
      },
    );
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`);
    const settings = {
      listen_addresses: '',
      unix_socket_directories: this.#folder,
      shared_buffers: '1GB',
      maintenance_work_mem: '1GB',
      work_mem: '256MB',
      fsync: 'off',
      full_page_writes: 'off',
      max_wal_size: '8GB',
      jit: 'off',
      max_parallel_workers_per_gather: '0',
      autovacuum: 'off',
    };
    this.#server = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...this.#user, cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    // Nothing is left behind when the benchmark is interrupted.
    process.once('exit', () => this.#end());
    let words = '';
    this.#server.stderr.setEncoding('utf8').on('data', (text) => (words = (words + text).slice(-2000)));
    for (let attempt = 0; ; attempt++) {
      const client = new pg.Client({ host: this.#folder, user: 'bench', database: 'postgres' });
      try {
        await client.connect();
        this.#client = client;
        return;
      } catch (error) {
        if (attempt > 100 || this.#server.exitCode !== null)
          throw new Error(`postgres: ${error.message}\n${words}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async #load(bin, rectangles, say) {
    await this.#client.query(`CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE UNLOGGED TABLE rect(slot int, valid int4range, known int4range, row int)`);
    await this.#copy(bin, rectangles);
    // A table for each question: with both indexes on one, the planner asks for one slot through the wrong one.
    await this.#client.query('CREATE UNLOGGED TABLE rect_of_slot AS SELECT * FROM rect');
    for (const [table, name, columns] of [
      ['rect_of_slot', 'of_slot', 'slot, valid, known'],
      ['rect', 'of_all', 'valid, known'],
    ]) {
      const start = performance.now();
      say(`PostgreSQL: GiST index over (${columns}) of ${rectangles.count} rectangles`);
      const beside = name === 'of_slot' ? 'row' : 'slot, row';
      await this.#client.query(`CREATE INDEX ${name} ON ${table} USING gist(${columns}) INCLUDE (${beside})`);
      say(`PostgreSQL: done in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    await this.#client.query('VACUUM ANALYZE rect, rect_of_slot');
    const { rows } = await this.#client.query(
      `SELECT pg_total_relation_size('rect') + pg_relation_size('of_slot') AS bytes, current_setting('server_version') AS version`,
    );
    this.bytes = Number(rows[0].bytes);
    this.version = rows[0].version.split(' ')[0];
  }

  async #copy(bin, rectangles) {
    const psql = spawn(
      join(bin, 'psql'),
      [
        '-q',
        '-h',
        this.#folder,
        '-U',
        'bench',
        '-d',
        'postgres',
        '-v',
        'ON_ERROR_STOP=1',
        '-c',
        'COPY rect FROM STDIN',
      ],
      { stdio: ['pipe', 'ignore', 'inherit'] },
    );
    let chunk = [];
    const send = async () => {
      const text = chunk.join('');
      chunk = [];
      if (!psql.stdin.write(text)) await once(psql.stdin, 'drain');
    };
    const chunks = [];
    rectangles.forEach((slot, dateFrom, dateUntil, knownFrom, knownUntil, row) => {
      chunks.push(`${slot}\t[${dateFrom},${dateUntil})\t[${knownFrom},${knownUntil})\t${row}\n`);
    });
    for (let i = 0; i < chunks.length; i += 20_000) {
      chunk = chunks.slice(i, i + 20_000);
      await send();
    }
    psql.stdin.end();
    const [code] = await once(psql, 'close');
    if (code !== 0) throw new Error(`psql ended with ${code}`);
  }

  async slot(slot, date, knownAt) {
    const { rows } = await this.#client.query({
      name: 'slot',
      text: 'SELECT row FROM rect_of_slot WHERE slot = $1 AND valid @> $2::int AND known @> $3::int',
      values: [slot, date, knownAt],
      rowMode: 'array',
    });
    return rows[0][0];
  }

  async state(date, knownAt) {
    const { rows } = await this.#client.query({
      name: 'state',
      text: 'SELECT slot, row FROM rect WHERE valid @> $1::int AND known @> $2::int',
      values: [date, knownAt],
      rowMode: 'array',
    });
    return rows;
  }

  /** Slots whose rectangle is another one in the second view. */
  async diff(a, b) {
    const { rows } = await this.#client.query({
      name: 'diff',
      text: `SELECT a.slot FROM rect a JOIN rect b ON a.slot = b.slot AND a.row <> b.row
        WHERE a.valid @> $1::int AND a.known @> $2::int AND b.valid @> $3::int AND b.known @> $4::int`,
      values: [a.date, a.knownAt, b.date, b.knownAt],
      rowMode: 'array',
    });
    return rows;
  }

  async stop() {
    await this.#client?.end().catch(() => {});
    if (this.#server && this.#server.exitCode === null) {
      this.#server.kill('SIGINT');
      await once(this.#server, 'close');
    }
    this.#end();
  }

  #end() {
    if (this.#server?.exitCode === null) this.#server.kill('SIGKILL');
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}
