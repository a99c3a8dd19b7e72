import type { ReactNode } from 'react';

/** What is wider than a phone scrolls in its own box, by keyboard too. */
export function ScrollRegion({
  label,
  className = 'xs',
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
