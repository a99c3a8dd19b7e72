/** Every refusal of the domain carries a stable code for programs and one sentence for people. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
}

/** A text that is no date, or a day that never was. `field` names where it was given. */
export class InvalidDate extends DomainError {
  readonly code = 'INVALID_DATE';
  constructor(
    readonly given: string,
    readonly field: string,
    hint: string,
  ) {
    super(`${field}: "${given.slice(0, 60)}" is not a date that can be used; ${hint}.`);
    this.name = 'InvalidDate';
  }
}

/** A range that would end on or before its first day. */
export class InvalidRange extends DomainError {
  readonly code = 'INVALID_RANGE';
  constructor(
    readonly from: string,
    readonly until: string,
    readonly field: string,
  ) {
    super(
      `${field}: the range would end (${until}) on or before its first day (${from}); ranges are half-open, write until as the first day that no longer counts.`,
    );
    this.name = 'InvalidRange';
  }
}
