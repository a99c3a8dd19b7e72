// Starting other programs and making sure that none outlives us.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './repository.mjs';

const windows = process.platform === 'win32';

/** Everything started and not yet ended: the child, and whether it leads a process group of its own. */
const running = new Map();
let stopping;

/** The environment of every program: our packages first on PATH, and nobody phones home. */
function environment(extra) {
  const merged = {
    ...process.env,
    PATH: join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? ''),
    DO_NOT_TRACK: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    ...extra,
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** Runs a program to its end and shows what it prints, or keeps it when `quiet`. */
export function runToEnd(command, args, { cwd = root, env = {}, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: environment(env),
      shell,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    running.set(child, { leadsGroup: false });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => {
      running.delete(child);
      resolve({ code: 1, output: `${output}${error.message}\n` });
    });
    child.once('close', (code) => {
      running.delete(child);
      // After a stop the steps that would follow must not begin: whoever stops us ends the process.
      if (stopping === undefined) resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Starts a program that stays. Each line it prints goes to `onLine`.
 * It gets a process group of its own, so that Ctrl+C reaches us first and its children end with it.
 */
export function startProgram(
  name,
  command,
  args,
  { cwd = root, env = {}, onLine = (line) => console.log(`${name} | ${line}`) } = {},
) {
  const child = spawn(command, args, {
    cwd,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !windows,
  });
  const program = { name, child, ended: false, code: null, onEnd: () => {} };
  running.set(child, { leadsGroup: !windows });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
      const lines = (rest + text).split(/\r\n|\n|\r/);
      rest = lines.pop();
      for (const line of lines) if (line.trim() !== '') onLine(line);
    });
    stream.on('end', () => rest.trim() !== '' && onLine(rest));
  }
  const ended = (code) => {
    running.delete(child);
    if (program.ended) return;
    Object.assign(program, { ended: true, code });
    if (stopping === undefined) program.onEnd(program);
  };
  child.once('error', (error) => {
    onLine(error.message);
    ended(1);
  });
  child.once('close', (code, signal) => ended(code ?? signal));
  return program;
}

/** Asks everything we started to end, and after `patienceMs` no longer asks. Calling it again waits for the same stop. */
export function stopEverything(patienceMs = 8000) {
  stopping ??= Promise.all([...running.keys()].map((child) => stopOne(child, patienceMs)));
  return stopping;
}

/** Stops programs that `startProgram` started; their end is then no accident. */
export async function stopPrograms(programs, patienceMs = 8000) {
  for (const program of programs) program.onEnd = () => {};
  await Promise.all(programs.filter(({ ended }) => !ended).map(({ child }) => stopOne(child, patienceMs)));
}

function stopOne(child, patienceMs) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const impatience = setTimeout(() => signal(child, 'SIGKILL'), patienceMs);
    child.once('close', () => {
      clearTimeout(impatience);
      resolve();
    });
    signal(child, 'SIGTERM');
  });
}

function signal(child, name) {
  try {
    if (running.get(child)?.leadsGroup) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // It ended in between.
  }
}
