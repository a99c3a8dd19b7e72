import { registerEnumType } from '@nestjs/graphql';

/** Key and value are one text; each value says what it means. */
function enumOf<const V extends string>(
  name: string,
  description: string,
  values: Readonly<Record<V, string>>,
): Readonly<Record<V, V>> {
  const named = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as Record<V, V>;
  const valuesMap = Object.fromEntries(
    Object.entries<string>(values).map(([value, said]) => [value, { description: said }]),
  );
  registerEnumType(named, {
    name,
    description,
    valuesMap: valuesMap as { [K in V]?: { description: string } },
  });
  return named;
}

export const MarkEnum = enumOf('Mark', 'What a line is, where it is no plain fact.', {
  ADVICE: 'An author advises it.',
  OPINION: 'An author judges so.',
  PROPOSED: 'It is proposed.',
  THREATENED: 'It is threatened.',
  CONDITIONAL: 'It hangs on a condition.',
  FORECAST: 'A source expects it.',
  PLANNED: 'It is planned.',
  DERIVED: 'Our own arithmetic or sorting, which no source states.',
});
export const LayerStateEnum = enumOf('LayerState', 'What a layer of tariffs does on the day.', {
  IN_FORCE: 'It is charged.',
  PAUSED: 'It is paused.',
  THREATENED: 'It is threatened and no more.',
  EXCLUDED: 'The goods are left out of it.',
  DISPLACED: 'Another layer takes its place.',
  NOT_LISTED: 'The partner is not on its list.',
  ANNOUNCED: 'It begins later.',
  AGREED: 'It was agreed.',
  ENDED: 'It has ended.',
  UNKNOWN: 'Nobody recorded what became of it.',
});
export const LayerDoubtEnum = enumOf('LayerDoubt', 'Why the layers do not add without doubt.', {
  STACKING_NOT_STATED: 'No source settles the combination, or the rate.',
  NO_RECORD: 'The day lies before the record.',
});
export const LeverEnum = enumOf('Lever', 'A lever on a partner, as paper 004 sorts them.', {
  TARIFF: 'Tariffs.',
  SECURITY: 'Security guarantees.',
  CURRENCY: 'The currency.',
});
export const LinkKindEnum = enumOf('LinkKind', 'What one lever does to another.', {
  ASK: 'It is used to ask for something.',
  OFFER: 'It is offered in return.',
});
export const RemarkTopicEnum = enumOf('RemarkTopic', 'What a remark of the paper is about.', {
  AIM: 'What is aimed at.',
  RISK: 'What may go wrong.',
  LESSON: 'What earlier cases teach.',
  COMPARISON: 'What it is compared with.',
});
export const BurdenReasonEnum = enumOf(
  'BurdenReason',
  'Why burden sharing is demanded, as paper 004 sorts it.',
  {
    FISCAL: 'The budget of the United States.',
    TRADE_LINK: 'Trade is tied to security.',
    WITHDRAWAL: 'The United States may do less abroad.',
  },
);
export const DemandStateEnum = enumOf('DemandState', 'How far a demand for spending has come.', {
  DEMANDED: 'It is demanded.',
  AGREED: 'It was agreed.',
  PLANNED: 'It is planned.',
  EXPECTED: 'An author expects it.',
  ENDED: 'It has ended.',
});
export const ItemStateEnum = enumOf('ChecklistState', 'What the record holds of an item of advice.', {
  REALISED: 'An event after the paper goes its way.',
  PRECEDENT: 'Only events before the paper do.',
  NONE: 'Nothing in the record does.',
});
export const ResponseMatchEnum = enumOf('ResponseMatch', 'Why an act counts as a response.', {
  FRAME: 'The paper calls it one.',
  RELATION: 'The record says that it follows one of the acts of the row.',
});
export const RoundStateEnum = enumOf('RoundState', 'What became of a round of talks.', {
  HELD: 'It was held by the day.',
  EXPECTED: 'It is planned.',
  AHEAD: 'It was held after the day, as known with hindsight.',
  UNKNOWN_DAY: 'A later round was held, so this one was; no source dates it.',
});
