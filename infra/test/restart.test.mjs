import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy } from '../trials/deployment.mjs';
import { findNginx } from '../trials/nginx.mjs';
import { equalBytes, rollingRestarts } from '../trials/restarts.mjs';
import { read } from './files.mjs';

// The built API on a real log behind a real nginx; `npm run trials:operate` does the same at full size.
describe.skipIf(!findNginx())('two API replicas on one log, behind nginx', () => {
  let deployment;
  beforeAll(async () => {
    deployment = await deploy({ web: false });
  }, 60_000);
  afterAll(() => deployment?.stop());

  it('give equal bytes for an equal basis', async () => {
    expect(await equalBytes(deployment, 20)).toMatchObject({ different: [] });
  });

  it('restart one after the other, and no reader notices', async () => {
    const { asked, failures } = await rollingRestarts(deployment, 2);
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(20);
  }, 60_000);

  it('tell every figure that the alerts and the dashboard ask for', async () => {
    const told = await (await fetch(`${deployment.apis[0].url}/metrics`)).text();
    const asked = [read('prometheus/alerts.yml'), read('grafana/dashboards/api.json')]
      .join()
      .match(/\bpolicy_[a-z0-9_]+/g);
    // Counters appear with their first count; a fault has none in a healthy server.
    for (const name of new Set(asked)) if (!name.startsWith('policy_faults')) expect(told).toContain(name);
    expect((await fetch(`${deployment.url}/metrics`)).status).toBe(404);
  });

  it('are missed when both are away, so the trial can fail', async () => {
    await Promise.all(deployment.apis.map((api) => api.end('SIGKILL')));
    const answer = await fetch(`${deployment.url}/readyz`);
    expect(answer.status).toBe(502);
  });
});
