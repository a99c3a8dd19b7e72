'use client';
import { type ReactNode, useId, useState } from 'react';
import { FIRST_ROWS } from './first-rows';

/** A long table shows its first rows; the rest stays in the page (for its CSV, for paper) and is one press away. */
export function RowFold({
  rows,
  more,
  children,
}: {
  readonly rows: number;
  /** Words of the button: how many more there are. */
  readonly more: string;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (rows <= FIRST_ROWS) return children;
  return (
    <>
      <div id={id} className={open ? undefined : 'row-fold'}>
        {children}
      </div>
      {open ? null : (
        <p className="fold-more">
          <button
            type="button"
            className="btn sm"
            aria-expanded="false"
            aria-controls={id}
            data-testid="more-rows"
            onClick={() => setOpen(true)}
          >
            {more}
          </button>
        </p>
      )}
    </>
  );
}
