import { expect } from '@playwright/test';
import { ask, editorKey } from './ask.ts';

const append = /* GraphQL */ `
  mutation ($input: AppendEventsInput!) {
    appendEvents(input: $input) {
      receipt { basis }
      userErrors { code message path }
    }
  }
`;

/** Appends a sanction of the tests' own on Venezuela, known and in force from one day on, to a stream of its own; the basis of the log after it. */
export async function appendSanction(
  id: string,
  day: string,
  title: { readonly en: string; readonly ja: string },
): Promise<{ readonly stream: string; readonly basis: string }> {
  const stream = streamOf(id);
  const { appendEvents } = await ask<{
    appendEvents: { receipt: { basis: string } | null; userErrors: unknown[] };
  }>(
    append,
    {
      input: {
        idempotencyKey: id,
        expected: [{ stream, revision: null }],
        events: [
          {
            id,
            stream,
            topic: 'us-policy-general',
            type: 'SanctionImposed',
            knownOn: { date: day },
            effective: { from: { date: day } },
            actors: ['USA'],
            targets: ['VEN'],
            title,
            summary: { en: 'Appended by the browser test.', ja: 'ブラウザー試験が追記した。' },
            direction: 'TIGHTENING',
            sources: [
              {
                kind: 'OFFICIAL',
                id: 'e2e',
                title: { en: 'Test', ja: '試験' },
                publisher: 'Test',
                date: day,
              },
            ],
            effects: [{ act: 'ASSERT', slot: stream, value: { flag: true } }],
          },
        ],
      },
    },
    editorKey(),
  );
  expect(appendEvents.userErrors).toEqual([]);
  return { stream, basis: appendEvents.receipt?.basis ?? '' };
}

/** The stream of the sanction that `appendSanction` appends under an id. */
export const streamOf = (id: string): string => `sanction/us/${id}`;
