/** The one door to the importers of packages/data: what the log is filled from, the API does not answer from. */
export {
  IMPORT_KINDS,
  type ImportDraft,
  type ImportKind,
  type ImportRowError,
  type OpenText,
  readImport,
} from '@policy-timeline/data/import';
