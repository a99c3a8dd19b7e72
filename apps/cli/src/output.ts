/** Where a command writes: its answer, and what it has to say beside it. */
export interface Output {
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly stream: NodeJS.WritableStream;
}
