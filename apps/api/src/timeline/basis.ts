import { GraphQLError } from 'graphql';

/** Characters of the record's hash in a token: enough that a token of another log is never taken for ours. */
const HASH_CHARACTERS = 16;

export interface BasisParts {
  /** Last position of the prefix, -1 for the empty log. */
  readonly position: number;
  readonly hash: string;
}

/** The opaque token of a log prefix: its last position, and the beginning of that record's hash. */
export function basisToken(position: number, hash: string): string {
  return Buffer.from(`${position}.${hash.slice(0, HASH_CHARACTERS)}`).toString('base64url');
}

/** @throws UnknownBasis for anything that `basisToken` did not make. */
export function readBasis(token: string): BasisParts {
  const match = /^(-1|0|[1-9]\d{0,14})\.([0-9a-f]{16})$/.exec(
    Buffer.from(token, 'base64url').toString('latin1'),
  );
  if (!match) throw new UnknownBasis(token);
  return { position: Number(match[1]), hash: match[2] as string };
}

export class UnknownBasis extends GraphQLError {
  constructor(given: string) {
    super(
      `basis: "${given.slice(0, 60)}" is not a basis of this log; use the token that an earlier answer carried, or leave it out for the newest.`,
      {
        extensions: { code: 'UNKNOWN_BASIS' },
      },
    );
  }
}
