// Asks with urql: node urql.ts [http://localhost:4000]. In a browser the same client also keeps what it was answered.
import { readFileSync } from 'node:fs';
import { Client, fetchExchange, type TypedDocumentNode } from '@urql/core';
import { parse } from 'graphql';

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

const question: TypedDocumentNode<Japan, Days> = parse(
  readFileSync(new URL('question.graphql', import.meta.url), 'utf8'),
);
const client = new Client({
  url: `${process.argv[2] ?? 'http://localhost:4000'}/graphql`,
  exchanges: [fetchExchange],
  preferGetMethod: false,
});

for (const knownAt of ['2025-08-25', '2025-09-05']) {
  const { data, error } = await client.query(question, { date: '2025-08-20', knownAt });
  if (!data) throw error;
  for (const { node } of data.stateAsOf.readings.edges)
    console.log(
      `2025-08-20 known ${knownAt}: ${node.status} ${node.value.ratePercent} % ${node.value.rateBasis} by ${node.decidedBy.id}`,
    );
}
