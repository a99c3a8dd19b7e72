import type { ReactNode } from 'react';

/** One component under its name in the source. */
export function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="blk" aria-label={name} data-part={name}>
      <h3 className="s12 q">{name}</h3>
      {children}
    </section>
  );
}
