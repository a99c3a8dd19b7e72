import { fold, type Pack, type PackEvent, type PackSlot, readFilterTokens } from '@policy-timeline/domain';

export { REGION_TOKEN } from '@policy-timeline/domain';

/** A test on slots and events made from the filter's tokens: families are alternatives, so are parties; every word must be found. */
export interface SlotFilter {
  readonly empty: boolean;
  slot(slot: PackSlot): boolean;
  event(event: PackEvent): boolean;
}

export function slotFilter(pack: Pack, tokens: readonly string[]): SlotFilter {
  const { families, parties, words } = readFilterTokens(tokens, (id) => pack.parties[id] !== undefined);
  const concerns = (ids: readonly string[]): boolean =>
    parties.size === 0 || ids.some((id) => id === '*' || parties.has(id));
  const found = (texts: readonly string[]): boolean =>
    words.every((word) => texts.some((text) => fold(text).includes(word)));
  const names = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => [pack.parties[id]?.en ?? '', pack.parties[id]?.ja ?? '']);
  return {
    empty: tokens.length === 0,
    slot: (slot) =>
      (families.size === 0 || families.has(slot.family)) &&
      concerns([...slot.partners, ...slot.authorities]) &&
      (words.length === 0 || found([slot.title.en, slot.title.ja, slot.id, ...names(slot.partners)])),
    event: (event) =>
      (families.size === 0 || families.has(event.family)) &&
      concerns([...event.partners, ...event.actors]) &&
      (words.length === 0 ||
        found([
          event.title.en,
          event.title.ja,
          event.id,
          event.stream,
          ...event.slots.map((index) => pack.slots[index]?.id ?? ''),
          ...names(event.partners),
        ])),
  };
}

/** Whether the filter looks for words, which may be those of either language. */
export function hasWords(pack: Pack, tokens: readonly string[]): boolean {
  return readFilterTokens(tokens, (id) => pack.parties[id] !== undefined).words.length > 0;
}

/** Indexes of the slots that pass, in the order of the pack. */
export function slotsOf(pack: Pack, filter: SlotFilter): readonly number[] {
  return pack.slots.flatMap((slot, index) => (filter.slot(slot) ? [index] : []));
}
