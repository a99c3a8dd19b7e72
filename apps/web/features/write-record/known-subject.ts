/** A subject that the form offers. */
export interface KnownSubject {
  readonly id: string;
  readonly title: string;
  readonly topic: string | null;
  /** The history its events belong to. */
  readonly stream: string;
}
