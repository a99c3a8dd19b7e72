import { z } from 'zod';

/** One entity as FollowTheMoney writes it, one per line: every property is a list of texts. */
const ftmEntity = z.looseObject({
  id: z.string().min(1),
  schema: z.string(),
  caption: z.string().nullish(),
  properties: z.record(z.string(), z.array(z.unknown())),
  first_seen: z.string().nullish(),
  last_seen: z.string().nullish(),
});
export type FtmEntity = z.infer<typeof ftmEntity>;

/** A line of a delta: what happened to the entity since the last one. */
export const ftmLine = z.union(
  [
    z.looseObject({
      op: z.enum(['ADD', 'ADDED', 'MOD', 'MODIFIED', 'DEL', 'REMOVED', 'MERGED']),
      entity: ftmEntity,
    }),
    ftmEntity,
  ],
  {
    error:
      'it is neither an entity, { "id", "schema", "properties": { name: [texts] } }, nor a line of a delta, { "op", "entity" }',
  },
);
