import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy } from '../trials/deployment.mjs';
import { findNginx } from '../trials/nginx.mjs';
import { equalBytes, rollingRestarts } from '../trials/restarts.mjs';

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

  it('are missed when both are away, so the trial can fail', async () => {
    await Promise.all(deployment.apis.map((api) => api.end('SIGKILL')));
    const answer = await fetch(`${deployment.url}/readyz`);
    expect(answer.status).toBe(502);
  });
});
