import type { ReactNode } from 'react';
import { ScrollRegion } from './scroll-region';

/** A heading as text, or one that stands over numbers. */
export type TwinHeading = string | { readonly number: string };

/** What a picture shows as a table, folded away until it is asked for: every picture of the client has one. */
export function TableTwin({
  summary,
  caption,
  label = summary,
  headings,
  id,
  stacked = false,
  children,
}: {
  readonly summary: string;
  /** Read out by screen readers, not seen. */
  readonly caption: string;
  /** Of the box that scrolls where the table is wider than the screen. */
  readonly label?: string;
  readonly headings: readonly TwinHeading[];
  /** What addresses and stories find the table by. */
  readonly id?: string;
  /** On a phone each row becomes a block with its cells below one another. */
  readonly stacked?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}) {
  return (
    <details className="more-table">
      <summary>{summary}</summary>
      <ScrollRegion label={label} className={stacked ? 'xs' : 'xs fit'}>
        <table className={stacked ? 'tbl by-rows' : 'tbl'} id={id}>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {headings.map((heading) =>
                typeof heading === 'string' ? (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ) : (
                  <th key={heading.number} scope="col" className="r">
                    {heading.number}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
