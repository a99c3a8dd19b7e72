// Asks with graphql-request: node graphql-request.ts [http://localhost:4000]. The smallest client; it keeps nothing.
import { readFileSync } from 'node:fs';
import { parse, type TypedQueryDocumentNode } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';

interface Japan {
  readonly stateAsOf: {
    readonly basis: string;
    readonly readings: { readonly edges: readonly { readonly node: Reading }[] };
  };
}
interface Reading {
  readonly status: string;
  readonly value: { readonly ratePercent: number; readonly rateBasis: string };
  readonly decidedBy: { readonly id: string };
}
type Days = { readonly date: string; readonly knownAt: string };

const question = parse(
  readFileSync(new URL('question.graphql', import.meta.url), 'utf8'),
) as TypedQueryDocumentNode<Japan, Days>;
const client = new GraphQLClient(`${process.argv[2] ?? 'http://localhost:4000'}/graphql`, {
  fetch: (address, init) => fetch(address, { ...init, signal: AbortSignal.timeout(10_000) }),
});

try {
  for (const knownAt of ['2025-08-25', '2025-09-05']) {
    const { stateAsOf } = await client.request(question, { date: '2025-08-20', knownAt });
    for (const { node } of stateAsOf.readings.edges)
      console.log(
        `2025-08-20 known ${knownAt}: ${node.status} ${node.value.ratePercent} % ${node.value.rateBasis} by ${node.decidedBy.id}`,
      );
  }
} catch (error) {
  // A refusal has a code for programs, whatever the HTTP status.
  const [refused] = error instanceof ClientError ? (error.response.errors ?? []) : [];
  if (!refused) throw error;
  console.error(`${refused.extensions?.code}: ${refused.message}`);
  process.exitCode = 1;
}
