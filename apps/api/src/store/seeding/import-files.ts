/** The one door to the importers of packages/data: what the log is filled from, the API does not answer from. */
export {
  correctionEventId,
  IMPORT_KINDS,
  type ImportCorrection,
  type ImportDraft,
  type ImportKind,
  type ImportRowError,
  type OpenText,
  printedAgain,
  readImport,
} from '@policy-timeline/data/import';
