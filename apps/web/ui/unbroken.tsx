import { Fragment } from 'react';

/** Spelled days and months in either language, and a numbered quadrant: what a line is never broken within. */
const WHOLE =
  /(\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]{2,8} \d{4}|quadrant \d)/;

/** A heading whose days stay whole wherever its lines break. */
export function Unbroken({ children }: { readonly children: string }) {
  return children.split(WHOLE).map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <span key={i} className="nw">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <Fragment key={i}>{part}</Fragment>
    ),
  );
}
