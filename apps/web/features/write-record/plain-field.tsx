'use client';
import { useId } from 'react';

/** A labelled field whose value its form keeps itself. */
export function PlainField({
  label,
  value,
  onChange,
  testId,
  hint,
  lang,
  rows,
  bad = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId: string;
  readonly hint?: string | undefined;
  readonly lang?: string;
  /** More than one line. */
  readonly rows?: number;
  readonly bad?: boolean;
}) {
  const id = useId();
  const shared = {
    id,
    value,
    lang,
    className: 'inp',
    'aria-invalid': bad,
    'aria-describedby': `${id}-hint`,
    'data-testid': testId,
  };
  return (
    <div className={bad ? 'fld bad' : 'fld'}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...shared} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
      <span className="hint" id={`${id}-hint`}>
        {hint ?? ''}
      </span>
    </div>
  );
}
