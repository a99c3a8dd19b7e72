'use client';
import { useLanguage } from '@/language/language-provider';
import type { VariablesOf } from '@/lib/graphql';
import { appendMutation, type ImportedDraft } from './append-queries';
import { JsonReview, readObject } from './json-review';
import { labelsAt } from './say-fault';

type EventInput = NonNullable<VariablesOf<typeof appendMutation>['input']['events']>[number];

/** One imported draft: what is to be looked at is named. */
export function DraftReview({ draft, token }: { readonly draft: ImportedDraft; readonly token: string }) {
  const { t } = useLanguage();
  const warns = draft.needsReview.length > 0;
  return (
    <JsonReview<EventInput>
      id={draft.id}
      hint={warns ? t('pages.admin.reviewThese', { fields: labelsAt(t, draft.needsReview) }) : null}
      warns={warns}
      given={draft.event}
      read={(text) => {
        const value = readObject(text);
        return typeof value?.stream === 'string' ? (value as unknown as EventInput) : null;
      }}
      write={(event, send, dryRun) =>
        void send(appendMutation, (frame) => ({ ...frame, events: [event] }), event.stream, token, dryRun)
      }
      slotOf={(event) => event.effects?.[0]?.slot ?? null}
      unchanged={null}
      commitLabel={t('append.commit')}
    />
  );
}
