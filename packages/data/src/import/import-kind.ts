/** Where a file to import comes from; each has a folder of its own here. */
export const IMPORT_KINDS = [
  'OWN_CSV',
  'OWN_NDJSON',
  'OWN_YAML',
  'FEDERAL_REGISTER',
  'GLOBAL_TRADE_ALERT',
  'FOLLOW_THE_MONEY',
  'OFAC_SDN',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
