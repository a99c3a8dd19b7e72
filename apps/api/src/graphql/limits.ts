import { ApolloArmor } from '@escape.tech/graphql-armor';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { ApiError } from './errors.js';
import { LARGEST_PAGE } from './pages.js';

/** The same on every transport. Sizes fit the largest query of our own web client several times over. */
export const LIMITS = {
  bodyBytes: 256 * 1024,
  tokens: 4_000,
  depth: 16,
  aliases: 30,
  directives: 50,
  /** One unit is one field of one object; `first` counts its children that many times. */
  cost: 60_000,
} as const;

/** Reported like any other fault of a document: armor would throw out of the validation. */
const rejected = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(new ApiError('TOO_COMPLEX', message.replace(/^Syntax Error: /, ''))),
  ],
};
const armor = new ApolloArmor({
  maxDepth: { n: LIMITS.depth, ...rejected },
  maxAliases: { n: LIMITS.aliases, ...rejected },
  maxDirectives: { n: LIMITS.directives, ...rejected },
  // Counted by graphql's own parser and by `costOf`: armor answers its token limit with 500, and its cost rule ignores variables.
  maxTokens: { enabled: false },
  costLimit: { enabled: false },
  blockFieldSuggestion: { enabled: false },
}).protect();

/** Depth, aliases and directives, beside graphql's own rules. */
export const limitRules = armor.validationRules as ValidationRule[];

/** A list without a page size is counted as this many: none of ours is longer on average. */
const LIST = 5;

const estimate: ComplexityEstimator = ({ args, childComplexity, node, type, field }) => {
  const first: unknown = args.first;
  if (typeof first === 'number') return 1 + Math.min(LARGEST_PAGE, Math.max(1, first)) * childComplexity;
  const isEdges = node.name.value === 'edges' || node.name.value === 'rows';
  const isList = String(field.type).includes('[') && type.name !== '__Schema' && !type.name.startsWith('__');
  return 1 + (isList && !isEdges ? LIST : 1) * childComplexity;
};

/** Costs counted before, by document and by what of the variables can change them. */
const counted = new WeakMap<DocumentNode, Map<string, number>>();
const MOST_COUNTED = 50;

/** The cost of an operation with its variables and defaults. @throws ApiError TOO_COMPLEX */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): number {
  const ofDocument = counted.get(query) ?? new Map<string, number>();
  counted.set(query, ofDocument);
  // Page sizes, numbers of days and the switches of @skip and @include; a date or a filter changes no cost.
  const telling = Object.entries(variables).filter(
    ([, value]) => value === null || (typeof value !== 'string' && typeof value !== 'object'),
  );
  const key = JSON.stringify([operationName, telling]);
  const before = ofDocument.get(key);
  const cost = before ?? countedCost(schema, query, variables, operationName) ?? 0;
  if (before === undefined && cost > 0 && ofDocument.size < MOST_COUNTED) ofDocument.set(key, cost);
  if (cost > LIMITS.cost)
    throw new ApiError(
      'TOO_COMPLEX',
      `The operation would cost more than ${LIMITS.cost}${Number.isFinite(cost) ? ` (${cost})` : ''}; ask for fewer fields or smaller pages (first).`,
    );
  return cost;
}

const TOO_MANY_NODES = 'maximum allowed number of nodes';

/** Variables of a wrong type make it impossible to count, and impossible to execute; the execution says so better. */
function countedCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): number | null {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      estimators: [estimate],
      ...(operationName !== undefined && { operationName }),
    });
  } catch (error) {
    return error instanceof Error && error.message.includes(TOO_MANY_NODES) ? Number.POSITIVE_INFINITY : null;
  }
}
