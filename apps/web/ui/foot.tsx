import type { ReactNode } from 'react';

/** The last line of a report: what it rests on, and what can be taken along. */
export function Foot({ note, children }: { readonly note: string; readonly children?: ReactNode }) {
  return (
    <footer className="foot">
      <span>{note}</span>
      {children}
    </footer>
  );
}
