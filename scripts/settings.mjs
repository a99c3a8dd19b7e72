// The environment variables that a person may set, checked before anything is started.
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { Explained } from './console.mjs';
import { root } from './repository.mjs';

/** Reads API_PORT, WEB_PORT, HOST and POLICY_DATA_DIR; refuses what cannot be served. */
export async function readSettings(environment = process.env) {
  const host = environment.HOST || '127.0.0.1';
  const apiPort = portFrom('API_PORT', environment.API_PORT, 4000);
  const webPort = portFrom('WEB_PORT', environment.WEB_PORT, 3000);
  if (apiPort === webPort) {
    throw new Explained(`API_PORT and WEB_PORT are both ${apiPort}; give them two different ports.`);
  }
  await refuseTakenPort('API_PORT', apiPort, host);
  await refuseTakenPort('WEB_PORT', webPort, host);
  return { host, apiPort, webPort, dataFolder: writableFolder(environment.POLICY_DATA_DIR || '.data') };
}

function portFrom(name, given, usual) {
  if (given === undefined || given === '') return usual;
  if (/^\d{1,5}$/.test(given) && Number(given) >= 1 && Number(given) <= 65535) return Number(given);
  throw new Explained(
    `${name}: "${given}" is not a port; write a whole number from 1 to 65535, for example ${usual}.`,
  );
}

async function refuseTakenPort(name, port, host) {
  const fault = await listenOnce(port, host);
  if (fault === undefined) return;
  throw new Explained(
    {
      EADDRINUSE: `Port ${port} is taken by another program; set ${name} to a free one, for example ${name}=${port + 10} npm start.`,
      EACCES: `Port ${port} may not be used without special rights; set ${name} to a port above 1023.`,
      EADDRNOTAVAIL: `HOST: "${host}" is not an address of this machine; leave it out for 127.0.0.1.`,
      ENOTFOUND: `HOST: "${host}" is not known as a name or address; leave it out for 127.0.0.1.`,
    }[fault] ?? `Port ${port} on ${host} cannot be used (${fault}); set ${name} to another one.`,
  );
}

/** The error code that listening there gives, or undefined when it works. */
function listenOnce(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }) => done(code));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
}

/** A port that is free on this machine now, for servers that only tests talk to. */
export function freePort(host = '127.0.0.1') {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Relative paths count from the repository. The folder is made when it is missing. */
function writableFolder(given) {
  const folder = resolve(root, given);
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    writeFileSync(probe, '');
    rmSync(probe);
    return folder;
  } catch ({ code }) {
    throw new Explained(
      `The data folder ${folder} cannot be written to (${code}); set POLICY_DATA_DIR to a folder of yours, or change the rights of this one.`,
    );
  }
}

/** Step by step: Node's own recursive mkdir never returns where the system refuses with ENOENT, as in /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
