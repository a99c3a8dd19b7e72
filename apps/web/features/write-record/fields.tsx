'use client';
import { families, SOURCE_KINDS } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { type Action, actsOf, type Draft, takesTarget, takesValue } from './draft';
import { ChoiceField, TextField } from './field';
import type { KnownSubject } from './known-subject';

/** Every field of the form, in the order in which an act is told: what, of what, when, from where. */
export function Fields({
  draft,
  subjects,
  topics,
  action,
}: {
  readonly draft: Draft;
  readonly subjects: readonly KnownSubject[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly action: Action | null;
}) {
  const { locale, t } = useLanguage();
  const acts = actsOf(draft.type);
  const also = draft.alsoSlots.split(' ').filter((slot) => slot !== '').length;
  const types = families.flatMap((family) =>
    Object.keys(family.types).map((type) => ({
      value: type,
      label: `${inLocale(family.title, locale)} · ${type}`,
    })),
  );
  return (
    <>
      <datalist id="known-subjects">
        {subjects.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
      <datalist id="known-topics">
        {topics.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
      {action === null ? (
        <>
          <TextField name="subject" hint="append.subjectHint" list="known-subjects" />
          <div className="f2">
            <TextField name="stream" hint="append.streamHint" list="known-subjects" />
            <TextField name="topic" list="known-topics" />
          </div>
          <div className="f2">
            <ChoiceField name="type" options={types} />
            <ChoiceField
              name="act"
              options={[
                ...acts.map((act) => ({ value: act, label: t(`append.acts.${act}`) })),
                { value: '', label: t('append.noAct') },
              ]}
            />
          </div>
          {takesTarget(draft.act) ? <TextField name="target" /> : null}
        </>
      ) : (
        <p className="note" data-testid="settled">
          {t(also === 0 ? 'pages.admin.settledOne' : 'pages.admin.settled', {
            act: draft.act === '' ? '' : t(`append.acts.${draft.act}`),
            type: draft.type,
            count: 1 + also,
            slot: draft.subject,
          })}
        </p>
      )}
      {takesValue(draft.act) ? <ValueFields draft={draft} /> : null}
      <div className="f2">
        <TextField name="from" hint="append.partialHint" />
        <TextField name="until" hint="append.untilHint" />
      </div>
      <div className="f2">
        <TextField name="knownOn" hint="append.partialHint" />
        <ChoiceField
          name="direction"
          options={(['TIGHTENING', 'EASING', 'NEITHER'] as const).map((value) => ({
            value,
            label: t(`append.directions.${value}`),
          }))}
        />
      </div>
      <TextField name="titleJa" lang="ja" />
      <TextField name="titleEn" lang="en" />
      <TextField name="summaryJa" lang="ja" long />
      <TextField name="summaryEn" lang="en" long />
      <div className="f2">
        <TextField name="actors" hint="append.partiesHint" />
        <TextField name="targets" hint="append.partiesHint" />
      </div>
      <h2 className="sec">{t('append.source')}</h2>
      <TextField name="sourceTitleJa" lang="ja" />
      <TextField name="sourceTitleEn" lang="en" />
      <div className="f2">
        <TextField name="sourcePublisher" />
        <TextField name="sourceDate" hint="append.partialHint" />
      </div>
      <div className="f2">
        <TextField name="sourceUrl" />
        <ChoiceField
          name="sourceKind"
          options={SOURCE_KINDS.map((value) => ({ value, label: t(`append.sourceKinds.${value}`) }))}
        />
      </div>
    </>
  );
}

function ValueFields({ draft }: { readonly draft: Draft }) {
  const { t } = useLanguage();
  const kind = (
    <ChoiceField
      name="valueKind"
      options={(['RATE', 'QUANTITY', 'TEXT', 'FLAG'] as const).map((value) => ({
        value,
        label: t(`append.valueKinds.${value}`),
      }))}
    />
  );
  if (draft.valueKind === 'RATE') {
    return (
      <div className="f3">
        {kind}
        <TextField name="rate" />
        <ChoiceField
          name="rateBasis"
          options={(['ADDITIONAL', 'TOTAL', 'INCLUSIVE'] as const).map((value) => ({
            value,
            label: t(`append.rateBases.${value}`),
          }))}
        />
      </div>
    );
  }
  if (draft.valueKind === 'FLAG') return kind;
  return (
    <div className="f3">
      {kind}
      <TextField name={draft.valueKind === 'TEXT' ? 'valueJa' : 'amount'} />
      <TextField name={draft.valueKind === 'TEXT' ? 'valueEn' : 'unit'} />
    </div>
  );
}
