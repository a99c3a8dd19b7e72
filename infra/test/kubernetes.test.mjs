import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infra, readObjects, readYaml } from './files.mjs';

const base = readObjects('kubernetes/base');
const overlay = readObjects('kubernetes/overlays/production');
const pods = base.filter(({ object }) => object.spec?.template?.spec);

/** The model of an object's kind, by its own `apiVersion`. */
async function modelOf({ apiVersion, kind }) {
  return (await import(/* @vite-ignore */ `kubernetes-models/${apiVersion}`))[kind];
}

it.each(
  [...base, ...overlay].map(({ file, object }) => [`${file} ${object.kind} ${object.metadata.name}`, object]),
)('%s is what its kind expects', async (_name, object) => {
  const Model = await modelOf(object);
  expect(() => new Model(object).validate()).not.toThrow();
});

it('would see a wrong field', async () => {
  const { object } = base.find(({ object }) => object.kind === 'Deployment');
  const Model = await modelOf(object);
  expect(() => new Model({ ...object, spec: { ...object.spec, replicas: 'two' } }).validate()).toThrow(
    'replicas',
  );
});

it.each(['kubernetes/base', 'kubernetes/overlays/production', 'nginx'])(
  '%s names files that are there',
  (folder) => {
    const { resources = [], configMapGenerator = [] } = readYaml(folder, 'kustomization.yaml');
    const files = configMapGenerator.flatMap(({ files = [] }) => files.map((file) => file.split('=').at(-1)));
    for (const name of [...resources, ...files])
      expect([name, existsSync(resolve(join(infra, folder), name))]).toEqual([name, true]);
  },
);

describe.each(pods.map(({ object }) => [`${object.kind} ${object.metadata.name}`, object]))(
  '%s',
  (_name, object) => {
    const { spec } = object.spec.template;

    it('runs without root and without rights it does not need', () => {
      expect(spec.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(spec.automountServiceAccountToken).toBe(false);
      for (const { securityContext } of spec.containers)
        expect(securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        });
    });

    it('has probes, limits and a pinned image', () => {
      for (const container of spec.containers) {
        expect(container).toMatchObject({
          readinessProbe: expect.anything(),
          livenessProbe: expect.anything(),
          resources: {
            requests: { cpu: expect.anything(), memory: expect.anything() },
            limits: { memory: expect.anything() },
          },
        });
        expect(container.image).toMatch(/:\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/);
      }
    });

    it('survives the loss of a node: more than one, a budget, and a policy for its connections', () => {
      expect(object.spec.replicas).toBeGreaterThan(1);
      const selects = (kind, selector) =>
        base.some(
          ({ object: other }) =>
            other.kind === kind && selector(other.spec)?.matchLabels?.app === object.metadata.name,
        );
      expect(selects('PodDisruptionBudget', (found) => found.selector)).toBe(true);
      expect(selects('NetworkPolicy', (found) => found.podSelector)).toBe(true);
    });

    it('takes secrets by reference', () => {
      for (const { env = [] } of spec.containers)
        for (const { name, value } of env)
          if (/PASSWORD|SECRET|TOKEN|LOG_URL/.test(name)) expect(value).toBeUndefined();
    });
  },
);
