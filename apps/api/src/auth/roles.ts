/** `editor` appends; `admin` also voids, and corrects what others appended. */
export type Role = 'editor' | 'admin';

/** Whoever shows a token. `id` is opaque: it names nobody by itself. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
}
