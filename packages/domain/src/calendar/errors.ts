/** Every refusal of the domain carries a stable code for programs and one sentence for people. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
}

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
