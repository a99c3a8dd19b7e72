'use client';
import type { TadaDocumentNode } from 'gql.tada';
import { useCallback, useState } from 'react';
import { type Refusal, refusalOfError } from '@/language/refusal';
import { graphqlClient } from '@/lib/graphql-client';
import { type AppendAnswer, revisionQuery } from './append-queries';

export interface WriteState {
  readonly sending: boolean;
  readonly answer: AppendAnswer | null;
  /** The answer is of a dry run: nothing is written. */
  readonly preview: boolean;
  readonly failure: Refusal | null;
  /** The input that was answered, or failed. */
  readonly sent: unknown;
  /** Null: nothing was written to the stream yet. Undefined: not fetched. */
  readonly revision: number | null | undefined;
}

/** What every writing mutation takes beside its own content. */
export interface WriteFrame {
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  readonly expected: { readonly stream: string; readonly revision: number | null }[];
}
type WriteDocument<Input> = TadaDocumentNode<{ answer: AppendAnswer }, { input: Input }>;

const START: WriteState = {
  sending: false,
  answer: null,
  preview: false,
  failure: null,
  sent: null,
  revision: undefined,
};

/** Sends what an editor writes. One idempotency key per filling of the form: sent twice, it is written once. */
export function useWrite() {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [state, setState] = useState(START);

  const fetchRevision = useCallback(async (stream: string): Promise<number | null | undefined> => {
    const { data, error } = await graphqlClient()
      .query(revisionQuery, { stream }, { requestPolicy: 'network-only' })
      .toPromise();
    // A stream nobody wrote to is unknown to the record, which is what a first append expects.
    const unknown =
      error?.graphQLErrors.some(({ extensions }) => extensions.code === 'UNKNOWN_SUBJECT') ?? false;
    const revision = data ? (data.subject?.revision ?? null) : unknown ? null : undefined;
    setState((held) => ({ ...held, revision }));
    return revision;
  }, []);

  const send = useCallback(
    async <Input>(
      document: WriteDocument<Input>,
      inputOf: (frame: WriteFrame) => Input,
      stream: string,
      token: string,
      dryRun: boolean,
    ): Promise<void> => {
      setState((held) => ({ ...held, sending: true, failure: null }));
      const revision = dryRun || state.revision === undefined ? await fetchRevision(stream) : state.revision;
      const frame = { idempotencyKey: key, dryRun, expected: [{ stream, revision: revision ?? null }] };
      const input = inputOf(frame);
      const { data, error } = await graphqlClient()
        .mutation(document, { input }, { fetchOptions: { headers: { authorization: `Bearer ${token}` } } })
        .toPromise();
      setState((held) => ({
        ...held,
        sending: false,
        preview: dryRun,
        answer: data?.answer ?? null,
        failure: error ? refusalOfError(error) : null,
        sent: input,
      }));
    },
    [key, state.revision, fetchRevision],
  );

  const restart = useCallback(() => {
    setKey(crypto.randomUUID());
    setState(START);
  }, []);
  /** What was previewed no longer is what the form says. */
  const forget = useCallback(
    () =>
      setState((held) =>
        held.answer === null && held.failure === null ? held : { ...held, answer: null, failure: null },
      ),
    [],
  );
  return { state, send, restart, forget, fetchRevision };
}
