// The browser of the end-to-end tests: CHROME_PATH, else one found here, else (Debian, as root) installed here.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Explained } from './console.mjs';
import { installOnDebian } from './install-on-debian.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

/** The path of a Chromium-based browser. */
export async function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Explained(
      `CHROME_PATH: there is no file "${given}"; leave it out to have a browser searched for.`,
    );
  }
  return browserHere() ?? (await installed()) ?? refuse();
}

function browserHere() {
  const { env } = process;
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((name) => join(folder, name)));
  const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const onWindows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  return [...onPath, ...onMac, ...onWindows].find((path) => existsSync(path));
}

/** With the fonts for Japanese and Chinese, without which half of the pages would be boxes. */
async function installed() {
  await installOnDebian(['chromium', 'fonts-noto-cjk']);
  return browserHere();
}

function refuse() {
  throw new Explained(
    'No Chromium, Chrome or Edge was found for the end-to-end tests; install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROME_PATH to its program file.',
  );
}
