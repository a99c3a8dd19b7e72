import type { PackReader, PartyId } from '@policy-timeline/domain';

const ranksOf = new WeakMap<PackReader, Int32Array>();

/**
 * The place of every slot in a list: the partners of whom the record says most come first, so that sixty alike rows do not begin
 * with the first letter of an alphabet; what names everyone or nobody leads; equal ones stay in the order of the record.
 */
export function slotRanks(reader: PackReader): Int32Array {
  const held = ranksOf.get(reader);
  if (held) return held;
  const { slots } = reader.pack;
  const spoken = new Map<PartyId, number>();
  for (const { partners } of slots)
    for (const party of partners) spoken.set(party, (spoken.get(party) ?? 0) + 1);
  const weights = slots.map(({ partners }) =>
    partners.length === 0 || partners.includes('*')
      ? Number.POSITIVE_INFINITY
      : Math.max(...partners.map((party) => spoken.get(party) ?? 0)),
  );
  const order = slots
    .map((_, index) => index)
    .sort((a, b) => {
      const [left, right] = [weights[a] as number, weights[b] as number];
      return left === right ? a - b : right - left;
    });
  const ranks = new Int32Array(slots.length);
  for (const [rank, index] of order.entries()) ranks[index] = rank;
  ranksOf.set(reader, ranks);
  return ranks;
}
