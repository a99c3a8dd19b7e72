import { Field, ObjectType } from '@nestjs/graphql';
import { ApiError } from './errors.js';

export const LARGEST_PAGE = 200;

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
  @Field(() => Boolean)
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row of the page.' })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row of the page; give it as `after` for the next one.',
  })
  endCursor!: string | null;
}

export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** A row of a page; its cursor is written only where a query selects it. */
class Edge<Node> {
  readonly #key: string;

  constructor(
    key: string,
    readonly node: Node,
  ) {
    this.#key = key;
  }

  get cursor(): string {
    return writeCursor(this.#key);
  }
}

/** What a page is cut from: an array, or anything that gives its rows by their places. */
export type PagedRows<Row> = Pick<readonly Row[], 'length' | 'slice' | 'at'>;

/**
 * One page of a list that is sorted by `keyOf`, ascending and without equals. A cursor holds the key of its row, so it
 * stays good when rows before it come or go.
 * @throws ApiError INVALID_PAGE_SIZE, INVALID_INPUT for a cursor that this list did not give.
 */
export function pageOf<Row, Node>(
  rows: PagedRows<Row>,
  keyOf: (row: Row) => string,
  { first, after }: { first: number; after?: string | null | undefined },
  toNode: (row: Row) => Node,
): Page<Node> {
  checkPageSize(first);
  const key = after == null ? null : readCursor(after);
  const start = key === null ? 0 : firstBeyond(rows, keyOf, key);
  const edges = rows.slice(start, start + first).map((row) => new Edge(keyOf(row), toNode(row)));
  return {
    edges,
    totalCount: rows.length,
    // Cursors are written where a query selects them.
    pageInfo: {
      hasNextPage: start + first < rows.length,
      hasPreviousPage: start > 0,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

/** Refuses a page before anything is worked out for it. @throws ApiError INVALID_PAGE_SIZE, INVALID_INPUT */
export function checkPage({ first, after }: { first: number; after?: string | null | undefined }): void {
  checkPageSize(first);
  if (after != null) readCursor(after);
}

export function checkPageSize(first: number): void {
  if (first < 1 || first > LARGEST_PAGE)
    throw new ApiError(
      'INVALID_PAGE_SIZE',
      `first: ${first} is not a page size; write a whole number from 1 to ${LARGEST_PAGE}.`,
    );
}

function firstBeyond<Row>(rows: PagedRows<Row>, keyOf: (row: Row) => string, key: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(rows.at(middle) as Row) > key) high = middle;
    else low = middle + 1;
  }
  return low;
}

const writeCursor = (key: string): string => Buffer.from(`k:${key}`).toString('base64url');

function readCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith('k:'))
    throw new ApiError(
      'INVALID_INPUT',
      `after: "${cursor.slice(0, 60)}" is not a cursor; use the endCursor of the page before, or leave it out for the first page.`,
    );
  return text.slice(2);
}
