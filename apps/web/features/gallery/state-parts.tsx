'use client';
import { AdminDesk } from '@/features/write-record/admin-desk';
import { AnswerPanel } from '@/features/write-record/answer-panel';
import type { DiffRow } from '@/features/write-record/append-queries';
import type { WriteState } from '@/features/write-record/use-write';
import { Part } from './part';

const QUIET: WriteState = {
  sending: false,
  answer: null,
  preview: false,
  failure: null,
  sent: null,
  revision: 3,
};
const failed = (code: string): WriteState => ({
  ...QUIET,
  failure: { code, message: 'fetch failed', field: null, given: null },
});

/** The desk, and its answer in every state: before a preview, previewed, refused for want of a key or a role, not reached. */
export function DeskParts({ rows }: { readonly rows: readonly DiffRow[] }) {
  const states: readonly (readonly [string, WriteState])[] = [
    ['before', QUIET],
    [
      'previewed',
      {
        ...QUIET,
        preview: true,
        answer: { receipt: null, userErrors: [], viewDiff: [...rows] },
      },
    ],
    ['UNAUTHENTICATED', failed('UNAUTHENTICATED')],
    ['FORBIDDEN', failed('FORBIDDEN')],
    ['not reached', failed('NETWORK')],
  ];
  return (
    <>
      <Part name="AdminDesk">
        <AdminDesk task="append" target="" subjects={[]} topics={[]} />
      </Part>
      <Part name="AnswerPanel, Preview: every state">
        <div className="gallery-panes">
          {states.map(([name, state]) => (
            <Part key={name} name={name}>
              <AnswerPanel
                state={state}
                general={[]}
                unchanged={null}
                seenAt={{ date: null, slot: null }}
                commitLabel="commit"
                onCommit={() => undefined}
                onRestart={() => undefined}
              />
            </Part>
          ))}
        </div>
      </Part>
    </>
  );
}
