'use client';
import { createContext, useContext, useId } from 'react';
import { useLanguage } from '@/language/language-provider';
import type { MessageKey } from '@/language/translate';
import type { Draft, DraftField } from './draft';

export interface FormContextValue {
  readonly draft: Draft;
  readonly set: (field: DraftField, value: string) => void;
  /** What is wrong with a field, in a sentence. */
  readonly faults: Readonly<Partial<Record<DraftField, string>>>;
}
export const FormContext = createContext<FormContextValue | null>(null);

function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) throw new Error('fields must be used inside the append form');
  return form;
}

interface FieldProps {
  readonly name: DraftField;
  readonly hint?: MessageKey;
  readonly list?: string;
  readonly long?: boolean;
  readonly lang?: string;
}

/** A labelled text field with its hint, or what is wrong with it. */
export function TextField({ name, hint, list, long = false, lang }: FieldProps) {
  const { t } = useLanguage();
  const { draft, set, faults } = useForm();
  const id = useId();
  const fault = faults[name];
  const shared = {
    id,
    value: draft[name],
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-hint`,
    lang,
    'data-testid': `field-${name}`,
  };
  return (
    <div className={fault === undefined ? 'fld' : 'fld bad'}>
      <label htmlFor={id}>{t(`append.${name}` as MessageKey)}</label>
      {long ? (
        <textarea className="inp" rows={2} {...shared} onChange={(event) => set(name, event.target.value)} />
      ) : (
        <input
          className="inp"
          list={list}
          autoComplete="off"
          {...shared}
          onChange={(event) => set(name, event.target.value)}
        />
      )}
      <span className="hint" id={`${id}-hint`} role={fault === undefined ? undefined : 'alert'}>
        {fault ?? (hint ? t(hint) : '')}
      </span>
    </div>
  );
}

interface ChoiceProps {
  readonly name: DraftField;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function ChoiceField({ name, options }: ChoiceProps) {
  const { t } = useLanguage();
  const { draft, set, faults } = useForm();
  const id = useId();
  const fault = faults[name];
  return (
    <div className={fault === undefined ? 'fld' : 'fld bad'}>
      <label htmlFor={id}>{t(`append.${name}` as MessageKey)}</label>
      <select
        className="inp"
        id={id}
        value={draft[name]}
        data-testid={`field-${name}`}
        onChange={(event) => set(name, event.target.value)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {fault === undefined ? null : (
        <span className="hint" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
