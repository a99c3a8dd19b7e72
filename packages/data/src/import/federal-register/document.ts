import { z } from 'zod';

const text = z.string().nullish();
const texts = z.array(z.unknown()).nullish();

/** One document of the Federal Register's API v1 (`documents.json`), as far as we read it; further fields are left alone. */
export const frDocument = z.looseObject({
  document_number: z.string(),
  title: z.string(),
  type: text,
  subtype: text,
  presidential_document_type: text,
  executive_order_number: z.union([z.string(), z.number()]).nullish(),
  proclamation_number: z.union([z.string(), z.number()]).nullish(),
  presidential_document_number: z.union([z.string(), z.number()]).nullish(),
  signing_date: text,
  publication_date: text,
  filed_at: text,
  effective_on: text,
  dates: text,
  abstract: text,
  citation: text,
  agencies: z.array(z.looseObject({ name: text, raw_name: text, slug: text })).nullish(),
  president: z.looseObject({ identifier: text, name: text }).nullish(),
  cfr_references: z.array(z.looseObject({ title: z.unknown(), part: z.unknown() })).nullish(),
  correction_of: text,
  disposition_notes: text,
  comments_close_on: text,
  docket_ids: texts,
  regulation_id_numbers: texts,
  topics: texts,
  html_url: text,
  pdf_url: text,
});
export type FrDocument = z.infer<typeof frDocument>;
