import type { ReactNode } from 'react';

/** A shape and its word: what became of something, or what kind it is. `symbol` is an id of the sprite. */
export function WordMark({
  symbol,
  tone,
  children,
}: {
  readonly symbol: string;
  readonly tone: string;
  readonly children: ReactNode;
}) {
  return (
    <span className="word">
      <span className={`st st-${tone}`}>
        <svg aria-hidden="true" width="14" height="14">
          <use href={`#${symbol}`} />
        </svg>
      </span>
      {children}
    </span>
  );
}
