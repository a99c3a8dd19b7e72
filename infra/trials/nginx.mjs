// A real nginx with the shipped configuration, in a folder and on a port of its own.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const shipped = resolve(import.meta.dirname, '..', 'nginx');

/** The path of nginx, or undefined where there is none (Debian: apt-get install nginx-light). */
export function findNginx() {
  return [process.env.NGINX_PATH, '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(
    (path) => path && existsSync(path),
  );
}

/**
 * Lays the shipped configuration into `folder`, with `listen` and the addresses of the servers in place of a
 * deployment's; without them, with the files of `deployment`. Returns the path of the main file.
 */
export function layOut(folder, { deployment = 'systemd', port, api, web, cacheLog = false }) {
  mkdirSync(join(folder, 'cache'), { recursive: true });
  mkdirSync(join(folder, 'logs'), { recursive: true });
  // The cache of this nginx is its own.
  const configuration = readFileSync(join(shipped, 'policy-timeline.conf'), 'utf8');
  writeFileSync(
    join(folder, 'policy-timeline.conf'),
    configuration.replace('/var/cache/nginx/policy-timeline', join(folder, 'cache')),
  );
  for (const name of ['listen.conf', 'upstreams.conf'])
    cpSync(join(shipped, deployment, name), join(folder, name));
  if (port) writeFileSync(join(folder, 'listen.conf'), `listen 127.0.0.1:${port} default_server;\n`);
  if (api) {
    const servers = (urls) => urls.map((url) => `server ${new URL(url).host} max_fails=0;`).join(' ');
    writeFileSync(
      join(folder, 'upstreams.conf'),
      `upstream api { ${servers(api)} keepalive 32; }\nupstream web { ${servers(web)} keepalive 32; }\n`,
    );
  }
  const main = join(folder, 'nginx.conf');
  writeFileSync(
    main,
    // Started by root, its workers would become somebody who may not enter a temporary folder.
    `${process.getuid?.() === 0 ? 'user root;\n' : ''}worker_processes 2;
error_log ${folder}/logs/error.log warn;
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  log_format cache '$upstream_cache_status $status';
  access_log ${cacheLog ? `${folder}/logs/cache.log cache buffer=64k flush=1s` : 'off'};
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  include ${folder}/upstreams.conf;
  include ${folder}/policy-timeline.conf;
}
`,
  );
  return main;
}

/** What `nginx -t` says of the laid-out files: `{ ok, output }`. */
export function checkNginx(nginx, folder, main) {
  const { status, stderr } = spawnSync(nginx, ['-t', '-p', folder, '-c', main], { encoding: 'utf8' });
  return { ok: status === 0, output: stderr };
}

/** Starts it in the foreground; the returned function stops it. */
export function startNginx(nginx, folder, main) {
  const child = spawn(nginx, ['-p', folder, '-c', main, '-g', 'daemon off;'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return () =>
    new Promise((stopped) => {
      if (child.exitCode !== null) return stopped();
      child.once('close', stopped);
      child.kill('SIGTERM');
    });
}
