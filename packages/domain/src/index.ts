export { type Change, changeDays, nextChange, previousChange } from './bitemporal/changes.js';
export { NO_DAY } from './bitemporal/day-codes.js';
export { type DensityBin, datedEvents, density, eventPasses, InvalidBins } from './bitemporal/density.js';
export { LaidLine, STALE_SLOTS } from './bitemporal/derived-lists.js';
export {
  type DiffKind,
  type DiffRow,
  type DiffSide,
  diff,
  sameReading,
  type WorldChange,
} from './bitemporal/diff.js';
export {
  type FilterTokens,
  LATIN_AMERICA,
  REGION_TOKEN,
  readFilterTokens,
} from './bitemporal/filter-tokens.js';
export { fold } from './bitemporal/fold.js';
export { type Interval, intervalsOf } from './bitemporal/intervals.js';
export { EVER, knownDay, OPEN, type Reading } from './bitemporal/lens.js';
export type { Along, LineChanges } from './bitemporal/line.js';
export { LogPrefix } from './bitemporal/log-prefix.js';
export { type Missing, missingFor } from './bitemporal/missing.js';
export { ReadingTable } from './bitemporal/reading-table.js';
export { type ReasonLink, type Reasons, type ReasonVerb, reasonsOf } from './bitemporal/reasons.js';
export { subjectOf } from './bitemporal/record-index.js';
export type { NameColumns } from './bitemporal/record-names.js';
export { CachedRecords, type RecordSource } from './bitemporal/record-source.js';
export { makeReady, prepareAppend, refresh } from './bitemporal/refresh.js';
export {
  dateFromAt,
  dateUntilAt,
  dueOnAt,
  hasValueAt,
  knownFromAt,
  knownUntilAt,
  type ReadingColumns,
  statusCodeAt,
  traitsOf,
} from './bitemporal/row-columns.js';
export type { Slices } from './bitemporal/slices.js';
export { retroactiveDays, type SlotReading } from './bitemporal/slot-reading.js';
export { type Certainty, STATUSES, type Status } from './bitemporal/status.js';
export * from './bitemporal/timeline.js';
export { tokenTest } from './bitemporal/token-test.js';
export * from './bitemporal/view.js';
export { ViewRows } from './bitemporal/view-rows.js';
export { type DifferentRows, diffRows, openLine, wholeState } from './bitemporal/whole-state.js';
export * from './calendar/civil-day.js';
export * from './calendar/day-range.js';
export * from './calendar/errors.js';
export {
  ERAS,
  type Era,
  eraOf,
  formatEraDay,
  formatEraDayNarrow,
  formatEraYear,
  parseEraDay,
} from './calendar/japanese-era.js';
export * from './calendar/partial-date.js';
export { monthName, spellDay, spellPartial } from './calendar/spelled-date.js';
export { readTypedDate, type TypedDateContext } from './calendar/typed-date.js';
export { deadlineId } from './deadlines/deadline-id.js';
export { type DeadlineRow, deadlineRows } from './deadlines/deadline-rows.js';
export { type Deadline, listDeadlines, type UpcomingQuestion } from './deadlines/list-deadlines.js';
export { slotsOn } from './deadlines/slots-on.js';
export { upcoming } from './deadlines/upcoming.js';
export { type AppendChange, changesByAppend } from './decide/append-changes.js';
export { type AppendConditions, decideAppend } from './decide/append-events.js';
export { type CorrectEvent, decideCorrection } from './decide/correct-event.js';
export type { Decision, Refusal } from './decide/decision.js';
export {
  type EffectDraft,
  type EventDraft,
  eventOfDraft,
  patchOfDraft,
  type ValueDraft,
} from './decide/event-draft.js';
export { REFUSAL_REASONS, type RefusalReason } from './decide/refusal-reasons.js';
export { decideVoid, type VoidEvent } from './decide/void-event.js';
export * from './events/envelope.js';
export * from './events/families.js';
export type { EventTypeDefinition, FamilyDefinition } from './events/family.js';
export * from './events/record-event.js';
export * from './events/tariff-terms.js';
export type { Text } from './events/text.js';
export { EVENT_SCHEMA_VERSION, type StoredEventForm, UnknownEventForm, upcast } from './events/upcast.js';
export * from './events/value.js';
export * from './pack/pack.js';
export { applyPatch, isPatch, type PackPatch, patchInSlices, patchOf } from './pack/pack-patch.js';
export * from './pack/pack-reader.js';
export { type PackTexts, packTexts, wireTextsInSlices, withTexts } from './pack/pack-texts.js';
export { readWirePack, wirePackInSlices, writeWirePack } from './pack/wire-pack.js';
export { packInSlices, packOf } from './pack/write-pack.js';
export {
  correctionsOf,
  type SettledEvent,
  type SettledRecord,
  type TopicCoverage,
} from './project/settle-record.js';
export { startWindow } from './project/window.js';
export * from './relations/index.js';
export type { Checksum, StoredBytes } from './snapshot/sections.js';
export {
  canBeStored,
  type NewChecksum,
  readSnapshot,
  SNAPSHOT_VERSION,
  type SnapshotHead,
  snapshotHead,
  type Unfit,
  writeSnapshot,
} from './snapshot/snapshot.js';
export { conditionName } from './tariff/condition-names.js';
export { isCountryCode } from './tariff/countries.js';
export type { CoverageTouched } from './tariff/coverage.js';
export { InvalidCode, InvalidInput } from './tariff/errors.js';
export { LINE_STATUSES, type LineStatus, type TariffLine } from './tariff/line.js';
export { listName } from './tariff/list-names.js';
export { PREFERENCE_CLAIMS, type PreferenceClaim, type TariffQuestion } from './tariff/question.js';
export { type OpenList, type QuoteView, quoteTariff, type TariffQuote } from './tariff/quote.js';
export { type QuoteInterval, quoteIntervals } from './tariff/quote-intervals.js';
export type { PercentRange, RateExpression } from './tariff/rate.js';
