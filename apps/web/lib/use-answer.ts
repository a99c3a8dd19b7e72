'use client';
import type { TadaDocumentNode } from 'gql.tada';
import { useCallback, useEffect, useState } from 'react';
import { type AskFailed, ask } from './ask';

/** Answers kept per page; the oldest goes first. */
const MOST_KEPT = 60;
const kept = new Map<string, unknown>();

interface Answer<Data> {
  readonly data: Data | null;
  readonly fault: AskFailed | null;
  readonly asking: boolean;
  readonly again: () => void;
}

/** The answer to a question, asked anew when `key` changes; nothing is asked while it `waits`. */
export function useAnswer<Data, Variables>(
  question: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  { key, waits }: { readonly key: string; readonly waits: boolean },
): Answer<Data> {
  const [tries, setTries] = useState(0);
  const [settled, setSettled] = useState<{ key: string; data: Data | null; fault: AskFailed | null } | null>(
    null,
  );
  const known = kept.get(key) as Data | undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for question and variables
  useEffect(() => {
    if (waits || kept.has(key)) return;
    const abort = new AbortController();
    ask(question, variables, abort.signal).then(
      (data) => {
        if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
        kept.set(key, data);
        setSettled({ key, data, fault: null });
      },
      (fault: unknown) => {
        if (!abort.signal.aborted) setSettled({ key, data: null, fault: fault as AskFailed });
      },
    );
    return () => abort.abort();
  }, [key, waits, tries]);
  const again = useCallback(() => {
    setSettled(null);
    setTries((count) => count + 1);
  }, []);
  const here = settled?.key === key ? settled : null;
  return {
    data: known ?? here?.data ?? null,
    fault: here?.fault ?? null,
    asking: known === undefined && here === null && !waits,
    again,
  };
}
