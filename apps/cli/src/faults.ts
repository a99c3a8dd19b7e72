/** What a script can tell from how the command ended. */
export const EXIT = { answered: 0, refused: 1, misused: 2, unavailable: 3 } as const;

/** A fault with a sentence for people and an exit code for scripts. */
export class CommandFault extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'CommandFault';
  }
}
