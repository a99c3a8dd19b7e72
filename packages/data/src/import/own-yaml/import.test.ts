import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventOfDraft, isRecordEvent } from '@policy-timeline/domain';
import { expect, it } from 'vitest';
import { catalogueFolder } from '../../catalogue-files.js';
import { loadCatalogue } from '../../load-catalogue.js';
import { importText } from '../testing/import-text.js';

const { events } = loadCatalogue();

it.each(['tariff/us/reciprocal', 'membership/alba', 'negotiation/nafta-renegotiation'])(
  'reads %s as the catalogue does',
  async (stream) => {
    const text = readFileSync(join(catalogueFolder, `${stream}.yaml`), 'utf8');
    const { drafts, errors } = await importText('OWN_YAML', text, [], {
      fileName: `catalogue/${stream}.yaml`,
    });
    expect(errors).toEqual([]);
    const loaded = events.filter((event) => event.stream === stream && !isRecordEvent(event));
    expect(drafts.map(({ event, id }) => eventOfDraft(event, id))).toEqual(loaded);
  },
);

const alba = readFileSync(join(catalogueFolder, 'membership/alba.yaml'), 'utf8');

it('needs to be told the stream of a file from elsewhere, in its name or in itself', async () => {
  const nameless = await importText('OWN_YAML', alba, [], { fileName: 'new.yaml' });
  expect(nameless).toMatchObject({ drafts: [], errors: [{ line: 1, code: 'MISSING_FIELD' }] });
  const { drafts } = await importText('OWN_YAML', `stream: membership/alba\n${alba}`);
  expect(drafts[0]?.event.stream).toBe('membership/alba');
});

it('tells faults by line and reads the other events', async () => {
  const broken = alba.replace(/type: BodyFounded/, 'type: BodyLost');
  const { drafts, errors } = await importText('OWN_YAML', `stream: membership/alba\n${broken}`);
  const whole = await importText('OWN_YAML', `stream: membership/alba\n${alba}`);
  expect(errors.map(({ code }) => code)).toEqual(['UNKNOWN_TYPE']);
  expect(drafts).toHaveLength(whole.drafts.length - 1);
});
