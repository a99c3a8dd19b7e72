import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { ask, editorKey } from './ask.ts';

test('what an import pays, by what could be known and by what is known now; the link asks the same again', async ({
  page,
}) => {
  await page.goto('/duty?lang=en');
  await expect(page.getByTestId('answer-then').getByTestId('total')).toHaveText('21.5%');
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('15%');
  const lines = page.getByTestId('duty-lines').locator('tbody tr');
  const japan = lines.and(page.locator('[data-slot="tariff/us/reciprocal/JPN"]'));
  await expect(japan).toHaveAttribute('data-earlier', 'APPLIED');
  await expect(japan.getByRole('link', { name: /14345/ })).toBeVisible();

  await page.getByLabel('Day of entry').fill('令和7年7月10日');
  await page.getByLabel('Product').selectOption('ordinary');
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page).toHaveURL(/date=/);
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('16.5%');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('16.5%');

  // The court ended the duty on 20 February 2026; the border went on until the 24th.
  await page.goto('/duty?partner=JPN&date=2026-02-22&mfn=5&lang=en');
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('5%');
  await page.getByText('More about the import').click();
  await page.getByLabel('what the border collected').check();
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page.getByTestId('duty-track')).toContainText('What the border collected');
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('15%');

  await page.goto('/duty?partner=JPN&date=2025-02-30&mfn=5&lang=en');
  await expect(page.getByTestId('page-fault')).toContainText('2025-02-30');
  await expect(page.locator('input[name="date"]')).toHaveValue('2025-02-30');
  await expect(page.locator('input[name="mfn"]')).toHaveValue('5');

  // An HS code leaves open which lists the good is on; ticked, they settle it.
  await page.goto('/duty?partner=BRA&hs=0901&date=2025-11-14&lang=en');
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('+25 to 100%');
  await page.getByLabel('the agricultural products of EO 14360').check();
  await page.getByLabel('Annex I of EO 14323 as amended on 13 November 2025').check();
  await page.getByRole('button', { name: 'Answer by these lists' }).click();
  await expect(page.getByTestId('answer-then').getByTestId('total')).toHaveText('+40%');
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('+0%');
  await expect(page.getByTestId('duty-lists-told')).toContainText('on no other list');
  await expect(page.locator('[data-slot="tariff/us/ieepa-brazil/BRA"]')).toContainText('does not apply');

  await page.goto('/duty?partner=KEN&date=2025-08-20&lang=en');
  await expect(page.locator('select[name="partner"]')).toHaveValue('KEN');
  await expect(page.getByTestId('answer-later').getByTestId('total')).toHaveText('+10%');

  await page.goto('/duty?partner=JPN&product=blah&date=2025-08-20&lang=en');
  await expect(page.getByTestId('page-fault')).toContainText('neither an HS code');
  await page.goto('/duty?partner=JPN&product=blah&date=2025-08-20&lang=ja');
  await expect(page.getByTestId('page-fault')).toContainText(
    '「blah」は HS コードでも、記録にある品目表の名でもない',
  );
});

test('a partner’s page shows its duties as known on a day, its offices and its place on the chart', async ({
  page,
}) => {
  await page.goto('/partner/JPN?d=2025-08-20&k=2025-08-25&lang=en');
  const duty = page.locator('[data-slot="tariff/us/reciprocal/JPN"]');
  await expect(duty).toContainText('15% additional');
  await page.getByLabel('Known at').fill('2025-09-05');
  await page.getByRole('button', { name: 'Show this day' }).click();
  await expect(duty).toContainText('15% incl. MFN');
  await expect(page.getByTestId('family-OFFICE').getByRole('row')).not.toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Quadrant 3' })).toBeVisible();
});

test('a paper opens on its own day; hindsight says what became of the eighth round', async ({ page }) => {
  await page.goto('/paper/000?lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('21 March 2018');
  const rows = page.getByTestId('expectation');
  expect(await rows.count()).toBeGreaterThanOrEqual(9);
  const round = rows.and(page.locator('[data-event="nafta-round-8-expected"]'));
  await expect(round).toHaveAttribute('data-fate', 'PLANNED');
  await expect(round).toContainText('scheduled');
  await page.getByTestId('hindsight').click();
  await expect(round).toHaveAttribute('data-fate', 'LAPSED');
  await expect(round).toContainText('called off');
});

test('the scoreboard counts what was kept, moved and called off, and the filter narrows it', async ({
  page,
}) => {
  await page.goto('/deadlines?lang=en');
  const pause = page.locator('[data-testid="board-row"][data-event="eo-14266"]');
  await expect(pause).toHaveAttribute('data-fate', 'EXTENDED');
  await expect(pause).toContainText('to 1 August 2025');
  const counts = page.getByTestId('board-counts').locator('[data-fate]');
  const sum = (
    await counts.evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-count'))))
  ).reduce((a, b) => a + b, 0);
  expect(sum).toBe(await page.getByTestId('board-row').count());
  // Older years are folded: what they held stays in their heading and one press away.
  const oldest = page.getByTestId('board-year').last();
  await expect(oldest.getByTestId('board-row').first()).toBeHidden();
  await oldest.locator('summary').click();
  await expect(oldest.getByTestId('board-row').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Filter' }).getByRole('link', { name: 'called off' }).click();
  for (const row of await page.getByTestId('board-row').all())
    await expect(row).toHaveAttribute('data-fate', 'LAPSED');
});

test('the chart follows the known day by keys: before the paper nothing was public', async ({ page }) => {
  await page.goto('/quadrant?lang=en');
  await expect(page.locator('[data-partner="JPN"]')).toHaveAttribute('data-quadrant', '3');
  await expect(page.getByTestId('quadrant-table').locator('tbody tr')).toHaveCount(68);
  await page.getByTestId('quadrant-known').focus();
  await page.keyboard.press('Home');
  await expect(page.getByTestId('quadrant-title')).toContainText('not public yet');
  await page.keyboard.press('End');
  await expect(page.getByTestId('quadrant-title')).toContainText('Japan lies in quadrant 3');
  await page.getByTestId('quadrant-mark').fill('1');
  await expect(page.locator('[data-partner="JPN"]')).toHaveAttribute('data-quadrant', '4');
});

test('two views side by side: the same counts as diff gives', async ({ page }) => {
  const { diff } = await ask<{ diff: { counts: Record<string, number> } }>(
    '{ diff(a: { date: "2025-04-02" }, b: { date: "2025-04-09" }) { counts { world plan learned corrected } } }',
  );
  await page.goto('/compare?a=2025-04-02&b=2025-04-09&lang=en');
  for (const [kind, count] of Object.entries(diff.counts))
    await expect(page.getByTestId(`count-${kind.toUpperCase()}`)).toContainText(String(count));
  expect(await page.locator('[data-testid="compare-row"][data-kind="WORLD"]').count()).toBe(
    diff.counts.world,
  );
});

test('an embedded picture shows the counters of the page it was taken from, and posts its height', async ({
  page,
}) => {
  await page.goto('/?d=2025-08-20&k=2025-08-25&f=JPN&lang=en');
  const counter = await page.getByTestId('tally-in-force').textContent();
  const base = new URL(page.url()).origin;
  // Somebody else's page: another origin that embeds ours.
  const outside = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<title>x</title><script>
        addEventListener('message', (e) => { if (e.data.type === 'policy-timeline:height') window.told = e.data; })
      </script><iframe src="${base}/embed?d=2025-08-20&k=2025-08-25&f=JPN&lang=en" width="100%"></iframe>`);
  });
  await new Promise<void>((listening) => outside.listen(0, '127.0.0.1', listening));
  await page.goto(`http://127.0.0.1:${(outside.address() as AddressInfo).port}/`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByTestId('tally-in-force')).toHaveText(counter ?? '');
  await expect
    .poll(() => page.evaluate(() => (window as never as { told?: { height: number } }).told?.height ?? 0))
    .toBeGreaterThan(100);
  expect(await page.evaluate(() => (window as never as { told: { title: string } }).told.title)).toContain(
    '20 August 2025',
  );
  outside.close();
});

test('what is not there is said plainly', async ({ page }) => {
  for (const path of [
    '/event/no-such-event',
    '/partner/XQZ',
    '/subject/no/such/thing',
    '/paper/999',
    '/nowhere',
    '/dev/gallery',
  ]) {
    const response = await page.goto(`${path}?lang=en`);
    expect([path, response?.status()]).toEqual([path, 404]);
    await expect(page.getByTestId('not-found')).toBeVisible();
  }
  await page.goto('/event/jpn15?lang=en');
  await page.getByTestId('meant').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/event\/jpn-15/);
  await expect(page.getByTestId('standing')).toHaveAttribute('data-status', 'ENDED');
  await expect(page.getByTestId('chain').getByRole('listitem').first()).toContainText('IEEPA');
  await expect(page.getByTestId('chain')).toContainText('Second schedule: Japan 15%');
  await expect(page.getByRole('table', { name: 'List of sources' })).toContainText('90 FR 43535');
});

test('an editor extends, suspends, ends, corrects and voids by form, each time seeing first what would change', async ({
  page,
}) => {
  const id = `e2e-form-${Date.now()}`;
  const stream = `sanction/us/${id}`;
  await page.goto('/admin?do=append&lang=en');
  await page.getByTestId('field-token').fill('not-a-key');
  await page.getByTestId('field-subject').fill(stream);
  await page.getByTestId('field-stream').fill(stream);
  await page.getByTestId('field-topic').fill('us-policy-general');
  await page.getByTestId('field-type').selectOption('SanctionImposed');
  await page.getByTestId('field-valueKind').selectOption('FLAG');
  await page.getByTestId('field-from').fill('2025-03-01');
  await page.getByTestId('field-until').fill('2025-06-01');
  await page.getByTestId('field-knownOn').fill('2025-02-20');
  await page.getByTestId('field-titleJa').fill('試験用の制裁');
  await page.getByTestId('field-titleEn').fill('A sanction of the form test');
  await page.getByTestId('field-sourceTitleJa').fill('試験');
  await page.getByTestId('field-sourceTitleEn').fill('Form test');
  await page.getByTestId('field-sourcePublisher').fill('Test');
  await page.getByTestId('field-sourceDate').fill('2025-02-20');
  await page.getByTestId('preview').click();
  await expect(page.getByTestId('append-failure')).toHaveAttribute('data-code', 'UNAUTHENTICATED');
  await page.getByTestId('field-token').fill(editorKey());
  // What a rule refuses is said at its field, in the page's words, and the field is gone to.
  await page.getByTestId('field-until').fill('2025-02-01');
  await page.getByTestId('preview').click();
  await expect(page.getByTestId('field-until')).toBeFocused();
  await expect(page.getByTestId('field-until')).toHaveAccessibleDescription(
    /^The end is not after the first day/,
  );
  await page.getByTestId('field-until').fill('2025-06-01');
  await page.getByTestId('preview').click();
  await expect(page.getByTestId('preview-row')).toHaveAttribute('data-slot', stream);
  await page.getByTestId('commit').click();
  await expect(page.getByTestId('append-receipt')).toBeVisible();

  const { events } = await ask<{ events: { edges: { node: { id: string } }[] } }>(
    `{ events(filter: { subjects: ["${stream}"] }) { edges { node { id } } } }`,
  );
  const target = events.edges[0]?.node.id ?? '';
  const until = (): Promise<string | null | undefined> =>
    ask<{ stateAsOf: { readings: { edges: { node: { validUntil: string | null } }[] } } }>(
      `{ stateAsOf(date: "2025-07-01", filter: { subjects: ["${stream}"] }) { readings { edges { node { validUntil } } } } }`,
    ).then(({ stateAsOf }) => stateAsOf.readings.edges[0]?.node.validUntil);
  expect(await until()).not.toBe('2025-09-01');

  await page.goto(`/admin?do=extend&target=${target}&lang=en`);
  await expect(page.getByTestId('settled')).toContainText(stream);
  await page.getByTestId('field-until').fill('2025-09-01');
  await page.getByTestId('field-knownOn').fill('2025-05-20');
  await page.getByTestId('field-titleJa').fill('延長');
  await page.getByTestId('field-titleEn').fill('Extended');
  await page.getByTestId('field-sourceTitleJa').fill('試験');
  await page.getByTestId('field-sourceTitleEn').fill('Form test two');
  await page.getByTestId('field-sourcePublisher').fill('Test');
  await page.getByTestId('field-sourceDate').fill('2025-05-20');
  await page.getByTestId('preview').click();
  await expect(page.getByTestId('commit')).toBeVisible();
  await page.getByTestId('commit').click();
  await expect(page.getByTestId('append-receipt')).toBeVisible();
  expect(await until()).toBe('2025-09-01');

  const statusOn = (date: string): Promise<string | undefined> =>
    ask<{ stateAsOf: { readings: { edges: { node: { status: string } }[] } } }>(
      `{ stateAsOf(date: "${date}", filter: { subjects: ["${stream}"] }) { readings { edges { node { status } } } } }`,
    ).then(({ stateAsOf }) => stateAsOf.readings.edges[0]?.node.status);
  for (const step of [
    {
      does: 'suspend',
      from: '2025-07-10',
      until: '2025-07-20',
      known: '2025-07-10',
      on: '2025-07-15',
      becomes: 'SUSPENDED',
    },
    { does: 'end', from: '2025-08-10', until: null, known: '2025-08-10', on: '2025-08-15', becomes: 'ENDED' },
  ]) {
    expect(await statusOn(step.on)).not.toBe(step.becomes);
    await page.goto(`/admin?do=${step.does}&target=${target}&lang=en`);
    await expect(page.getByTestId('settled')).toContainText(stream);
    await page.getByTestId('field-from').fill(step.from);
    if (step.until !== null) await page.getByTestId('field-until').fill(step.until);
    await page.getByTestId('field-knownOn').fill(step.known);
    await page.getByTestId('field-titleJa').fill('試験の措置');
    await page.getByTestId('field-titleEn').fill(`By form: ${step.does}`);
    await page.getByTestId('field-sourceTitleJa').fill('試験');
    await page.getByTestId('field-sourceTitleEn').fill(`Form test, ${step.does}`);
    await page.getByTestId('field-sourcePublisher').fill('Test');
    await page.getByTestId('field-sourceDate').fill(step.known);
    await page.getByTestId('preview').click();
    await expect(page.getByTestId('preview-row').first()).toHaveAttribute('data-slot', stream);
    await page.getByTestId('commit').click();
    await expect(page.getByTestId('append-receipt')).toBeVisible();
    expect(await statusOn(step.on)).toBe(step.becomes);
  }

  await page.goto(`/admin?do=correct&target=${target}&lang=en`);
  await page.getByTestId('field-titleEn').fill('A corrected title');
  await page.getByTestId('field-reasonJa').fill('誤記');
  await page.getByTestId('field-reasonEn').fill('Mistyped');
  await page.getByTestId('preview').click();
  await page.getByTestId('commit').click();
  await expect(page.getByTestId('append-receipt')).toBeVisible();
  await page.goto(`/event/${encodeURIComponent(target)}?lang=en`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A corrected title');

  await page.goto(`/admin?do=void&target=${target}&lang=en`);
  await page.getByTestId('field-reasonJa').fill('試験の片付け');
  await page.getByTestId('field-reasonEn').fill('End of the test');
  await page.getByTestId('preview').click();
  await page.getByTestId('commit').click();
  await expect(page.getByTestId('append-receipt')).toBeVisible();
  expect((await page.goto(`/event/${encodeURIComponent(target)}?lang=en`))?.status()).toBe(404);

  await page.goto('/admin?do=audit&lang=en');
  await page.getByTestId('audit-read').click();
  await expect(page.getByTestId('audit-row').first()).toContainText('void');
});

test('a Federal Register document becomes a draft that names what is to be checked', async ({ page }) => {
  const document = {
    document_number: '2025-17389',
    title: 'Implementing the United States-Japan Agreement',
    type: 'Presidential Document',
    subtype: 'Executive Order',
    executive_order_number: '14345',
    signing_date: '2025-09-04',
    publication_date: '2025-09-09',
    effective_on: null,
    citation: '90 FR 43535',
    html_url: 'https://www.federalregister.gov/documents/2025/09/09/2025-17389/x',
  };
  await page.goto('/admin?do=import&lang=en');
  await page.getByTestId('field-token').fill(editorKey());
  await page.getByTestId('import-text').fill(JSON.stringify({ results: [document] }));
  await page.getByTestId('import-read').click();
  const row = page.getByTestId('draft-row');
  await expect(row).toHaveAttribute('data-review', /(^| )effective( |$)/);
  await expect(row).toHaveAttribute('data-review', /title\.ja/);
  await expect(row).toContainText('In force from, Title (Japanese)');
  await row.getByRole('button').click();
  await expect(page.getByTestId('draft-json')).toHaveValue(/14345/);
});

test('a document printed again is a correction of the recorded act: its source is previewed, appended, and then known', async ({
  page,
}) => {
  const order = {
    id: 'fr:2026-03829',
    stream: 'policy/us/eo-14388',
    topic: 'federal-register',
    type: 'PolicyAdopted',
    title: { en: 'De minimis stays closed', ja: '少額免税の停止の継続' },
    knownOn: { date: '2026-02-25' },
    effective: { from: { date: null }, dateOpen: true },
    actors: ['USA'],
    sources: [
      {
        id: 'fr-2026-03829',
        kind: 'OFFICIAL',
        title: { en: 'Executive Order 14388', ja: '大統領令14388号' },
        publisher: 'Office of the Federal Register',
        date: '2026-02-25',
      },
    ],
    effects: [{ act: 'ASSERT', slot: 'policy/us/eo-14388', value: { flag: true } }],
  };
  const input = {
    idempotencyKey: 'e2e-eo-14388',
    expected: [{ stream: order.stream, revision: null }],
    events: [order],
  };
  await ask(
    'mutation ($input: AppendEventsInput!) { appendEvents(input: $input) { userErrors { message } } }',
    { input },
    editorKey(),
  );
  const again = {
    document_number: 'R1-2026-03829',
    title: 'Continuing the Suspension of Duty-Free De Minimis Treatment for All Countries',
    executive_order_number: '14388',
    signing_date: '2026-02-20',
    publication_date: '2026-04-09',
    citation: '91 FR 17839',
  };
  await page.goto('/admin?do=import&lang=en');
  await page.getByTestId('field-token').fill(editorKey());
  await page.getByTestId('import-text').fill(JSON.stringify({ results: [again] }));
  await page.getByTestId('import-read').click();
  await page.getByTestId('correction-row').getByRole('button').click();
  await expect(page.getByTestId('draft-json')).toHaveValue(/91 FR 17839/);
  await page.getByTestId('preview').last().click();
  await page.getByTestId('commit').click();
  await expect(page.getByTestId('append-receipt')).toBeVisible();
  await page.getByTestId('import-read').click();
  await expect(page.getByTestId('import-summary')).toContainText('0 corrections, 1 recorded already');
});
