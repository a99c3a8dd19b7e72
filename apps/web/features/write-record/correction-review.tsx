'use client';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import type { VariablesOf } from '@/lib/graphql';
import { correctMutation, type ImportedCorrection } from './append-queries';
import { JsonReview, readObject } from './json-review';

type Patch = VariablesOf<typeof correctMutation>['input']['patch'];

/** What an import found missing in a recorded event, a further source as a rule: an erratum, and why. */
export function CorrectionReview({
  correction: { id, target, stream, patch, reason },
  token,
}: {
  readonly correction: ImportedCorrection;
  readonly token: string;
}) {
  const { locale, t } = useLanguage();
  return (
    <JsonReview<Patch>
      id={target}
      hint={inLocale(reason, locale)}
      warns={false}
      given={patch}
      read={(text) => readObject(text) as Patch | null}
      write={(patched, send, dryRun) =>
        void send(
          correctMutation,
          // The import's own key: the same erratum from another desk, or once more from this one, is written once.
          (frame) => ({
            ...frame,
            idempotencyKey: id,
            target,
            patch: patched,
            reason: { en: reason.en, ja: reason.ja },
          }),
          stream,
          token,
          dryRun,
        )
      }
      slotOf={() => null}
      unchanged={<p className="note">{t('pages.admin.basisStays')}</p>}
      commitLabel={t('pages.admin.commitCorrect')}
    />
  );
}
