import { z } from 'zod';

const figure = z.union([z.string(), z.number()]).nullish();
const jurisdictions = z
  .union([z.string(), z.array(z.looseObject({ name: z.string().nullish(), iso: z.string().nullish() }))])
  .nullish();

/** One intervention of Global Trade Alert, by the names of its API; a CSV is brought to these names by `columns.ts`. */
export const gtaIntervention = z.looseObject({
  intervention_id: figure,
  state_act_id: figure,
  state_act_title: z.string().nullish(),
  intervention_url: z.string().nullish(),
  state_act_url: z.string().nullish(),
  gta_evaluation: z.union([z.string(), z.number()]).nullish(),
  implementing_jurisdictions: jurisdictions,
  affected_jurisdictions: jurisdictions,
  inferred_jurisdictions: z.unknown().optional(),
  implementation_level: z.unknown().optional(),
  eligible_firm: z.unknown().optional(),
  intervention_type: z.string().nullish(),
  mast_chapter: z.unknown().optional(),
  mast_subchapter: z.unknown().optional(),
  affected_sectors: z.unknown().optional(),
  affected_products: z.unknown().optional(),
  date_announced: figure,
  date_published: figure,
  date_implemented: figure,
  date_removed: figure,
  is_in_force: z.unknown().optional(),
  state_act_source: z.unknown().optional(),
  is_official_source: z.unknown().optional(),
});
export type GtaIntervention = z.infer<typeof gtaIntervention>;
