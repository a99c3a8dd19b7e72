import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkNginx, findNginx, layOut } from '../trials/nginx.mjs';
import { infra, readYaml } from './files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'policy-infra-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const has = (command) => spawnSync(command, ['--version']).error === undefined;

describe.skipIf(!findNginx())('nginx', () => {
  it.each(['systemd', 'containers'])('reads the configuration of %s', (deployment) => {
    const place = join(folder, deployment);
    const main = layOut(place, { deployment });
    const upstreams = join(place, 'upstreams.conf');
    // Names of containers are known among containers only.
    writeFileSync(
      upstreams,
      readFileSync(upstreams, 'utf8').replace(/server (api|web):/g, 'server 127.0.0.1:'),
    );
    expect(checkNginx(findNginx(), place, main)).toMatchObject({ ok: true });
  });

  it('refuses a wrong one, so the check can fail', () => {
    const place = join(folder, 'wrong');
    const main = layOut(place, { port: 8080, api: ['http://127.0.0.1:1'], web: ['http://127.0.0.1:2'] });
    writeFileSync(join(place, 'listen.conf'), 'listen everywhere;');
    expect(checkNginx(findNginx(), place, main).ok).toBe(false);
  });
});

describe.skipIf(!has('openssl'))('make-certificates.sh', () => {
  const certificates = join(folder, 'certificates');
  const make = (...args) =>
    spawnSync('sh', [join(infra, 'kurrentdb/make-certificates.sh'), ...args], { encoding: 'utf8' });

  it('makes an authority and a certificate per node, closed to everybody else', () => {
    expect(make(certificates, 'kurrentdb1', 'kurrentdb2')).toMatchObject({ status: 0, stderr: '' });
    expect(statSync(certificates).mode & 0o777).toBe(0o700);
    expect(statSync(join(certificates, 'authority.key')).mode & 0o777).toBe(0o600);
    for (const node of ['kurrentdb1', 'kurrentdb2']) {
      const certificate = join(certificates, node, 'node.crt');
      const authority = join(certificates, 'authority/ca.crt');
      expect(spawnSync('openssl', ['verify', '-CAfile', authority, certificate]).status).toBe(0);
      const text = spawnSync('openssl', ['x509', '-in', certificate, '-noout', '-text'], {
        encoding: 'utf8',
      }).stdout;
      expect(text).toContain(`DNS:${node}`);
    }
  });

  it('run again it keeps what there is and adds a node', () => {
    const before = readFileSync(join(certificates, 'kurrentdb1/node.crt'), 'utf8');
    expect(make(certificates, 'kurrentdb1', 'kurrentdb3').stdout).toContain('kept');
    expect(readFileSync(join(certificates, 'kurrentdb1/node.crt'), 'utf8')).toBe(before);
    expect(statSync(join(certificates, 'kurrentdb3/node.key')).isFile()).toBe(true);
  });

  it('tells its use', () => {
    expect(make()).toMatchObject({ status: 2, stdout: expect.stringContaining('Usage:') });
  });
});

describe.skipIf(!has('systemd-analyze'))('systemd', () => {
  it.each(readdirSync(join(infra, 'systemd')).filter((name) => name.endsWith('.service')))(
    '%s is understood',
    (name) => {
      // The programs are not installed here; everything else must be known.
      const { stderr } = spawnSync(
        'systemd-analyze',
        ['verify', '--recursive-errors=no', join(infra, 'systemd', name)],
        { encoding: 'utf8' },
      );
      const faults = stderr
        .split('\n')
        .filter(
          (line) =>
            line.includes('policy-timeline') &&
            !/not executable|Failed to resolve unit|No such file/.test(line),
        );
      expect(faults).toEqual([]);
    },
  );
});

describe('telemetry', () => {
  it('alerts and targets are read by Prometheus', () => {
    const { groups } = readYaml('prometheus/alerts.yml');
    for (const { name, rules } of groups)
      for (const rule of rules)
        expect([name, rule]).toMatchObject([
          name,
          {
            alert: expect.any(String),
            expr: expect.any(String),
            annotations: { summary: expect.any(String) },
          },
        ]);
    if (has('promtool')) {
      const check = spawnSync('promtool', ['check', 'config', join(infra, 'prometheus/prometheus.yml')], {
        encoding: 'utf8',
      });
      expect([check.status, check.stderr]).toEqual([0, '']);
    }
  });

  it('the collector receives what the API sends', () => {
    const { receivers, exporters, processors, service } = readYaml('otel/collector.yaml');
    const { traces } = service.pipelines;
    expect(Object.keys(receivers)).toEqual(expect.arrayContaining(traces.receivers));
    expect(Object.keys(processors)).toEqual(expect.arrayContaining(traces.processors));
    expect(Object.keys(exporters)).toEqual(expect.arrayContaining(traces.exporters));
  });
});
