import { DomainError } from '../calendar/errors.js';

/** A code (country, HS, list, preference) that has not the form or is not in the list it is taken from. */
export class InvalidCode extends DomainError {
  readonly code = 'INVALID_CODE';
  constructor(
    readonly field: string,
    readonly given: string,
    hint: string,
  ) {
    super(`${field}: "${given.slice(0, 60)}" ${hint}.`);
    this.name = 'InvalidCode';
  }
}

/** Facts of a question that cannot be, or cannot be together. */
export class InvalidInput extends DomainError {
  readonly code = 'INVALID_INPUT';
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`${field}: ${problem}.`);
    this.name = 'InvalidInput';
  }
}
