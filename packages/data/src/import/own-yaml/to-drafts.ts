import type { EffectDraft, EventDraft, PolicyEvent, Value, ValueDraft } from '@policy-timeline/domain';

/** An event as a draft says it: the reverse of `eventOfDraft`. */
export function draftOfEvent(event: PolicyEvent): EventDraft & { readonly id: string } {
  const { schemaVersion: _version, family: _family, extent: _extent, effects, ...content } = event;
  return { ...content, effects: effects.map(effectDraft) };
}

function effectDraft({ value, ...effect }: PolicyEvent['effects'][number]): EffectDraft {
  return { ...effect, ...(value && { value: valueDraft(value) }) };
}

function valueDraft(value: Value): ValueDraft {
  switch (value.kind) {
    case 'RATE': {
      const { ratePercent, rateBasis, upTo } = value;
      return { rate: { ratePercent, rateBasis, ...(upTo && { upTo }) } };
    }
    case 'QUANTITY':
      return { quantity: { amount: value.amount, unit: value.unit } };
    case 'TEXT':
      return { text: value.text };
    case 'QUOTA': {
      const { withinPercent, abovePercent, rateBasis, quota } = value;
      return { quota: { withinPercent, abovePercent, rateBasis, quota } };
    }
    case 'SPECIFIC':
      return { specific: value.text };
    case 'EXEMPT':
      return { exempt: true };
    case 'FLAG':
      return { flag: true };
  }
}
