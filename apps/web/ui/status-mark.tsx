import type { Status } from '@policy-timeline/domain';

/** Which mark of the sprite, and which class, stand for a status. */
export interface Mark {
  readonly symbol: string;
  readonly className: string;
}

const MARKS: Readonly<Record<Status, string>> = {
  IN_FORCE: 'force',
  SCHEDULED: 'sched',
  SUSPENDED: 'susp',
  EXPIRED: 'exp',
  ENDED: 'end',
  SUPERSEDED: 'super',
  NEVER_TOOK_EFFECT: 'never',
  DATE_OPEN: 'open',
  THREATENED: 'threat',
  PROPOSED: 'prop',
  UNKNOWN: 'norec',
  NOT_IN_FORCE: 'none',
};

/** What holds only by the plan is outlined, never filled. */
export function markOf(status: Status, projected: boolean): Mark {
  const name = MARKS[status];
  return { symbol: `#st-${status === 'IN_FORCE' && projected ? 'plan' : name}`, className: `st st-${name}` };
}

/** A status as a shape, with its word for those who do not see it. */
export function StatusMark({
  status,
  projected = false,
  word,
}: {
  readonly status: Status;
  readonly projected?: boolean;
  readonly word: string;
}) {
  const mark = markOf(status, projected);
  return (
    <span className={mark.className}>
      <svg aria-hidden="true">
        <use href={mark.symbol} />
      </svg>
      <span className="vh">{word}</span>
    </span>
  );
}
