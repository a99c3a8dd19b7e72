import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { collectedFields, type DocumentScope } from './collected-fields.js';
import { leafReader, type Reader } from './leaf-reader.js';

/**
 * Makes a function that reads all that a field selects of its value. Null where that takes more than reading members: a
 * resolver, an argument, a directive. What GraphQL does not allow throws.
 */
export function selectionReader(
  scope: DocumentScope,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): Reader | null {
  try {
    const writer = new Writer(scope);
    return writer.reader(writer.present(isNonNullType(type) ? type.ofType : type, nodes));
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/** What is selected cannot be read by members alone. */
class NotPlain extends Error {}

/** What the written functions call by name. */
const GIVEN = {
  absent(field: string): never {
    throw new TypeError(`nothing is there where ${field} must be`);
  },
  object(value: unknown): unknown {
    if (typeof value !== 'object') throw new TypeError('no object');
    if (value instanceof Error) throw value;
    return value;
  },
  list(value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
      throw new TypeError('no list');
    return [...(value as Iterable<unknown>)];
  },
};

/** Writes a function for each object, list and union of a selection. Each member is read once: it may be worked out anew each time. */
class Writer {
  readonly #functions: string[] = [];
  readonly #readers: Reader[] = [];

  constructor(private readonly scope: DocumentScope) {}

  reader(name: string): Reader {
    const readers = this.#readers.map((_, i) => `r${i}`).join(', ');
    const source = `'use strict'; const { absent, object, list } = given; const [${readers}] = readers; ${this.#functions.join('\n')} return ${name};`;
    return new Function('given', 'readers', source)(GIVEN, this.#readers) as Reader;
  }

  /** The name of the function for values that are there. */
  present(type: GraphQLOutputType, nodes: readonly FieldNode[]): string {
    if (isLeafType(type)) return this.#given(leafReader(type));
    if (isListType(type)) return this.#list(type, nodes);
    if (isAbstractType(type)) return this.#oneOf(type, nodes);
    return this.#object(type as GraphQLObjectType, nodes);
  }

  /** An expression for a value that may not be there. @param read an expression, evaluated once; `x` is free to hold it */
  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], read: string): string {
    const isThere = isNonNullType(type);
    const present = this.present(isThere ? type.ofType : type, nodes);
    const field = JSON.stringify(nodes[0]?.name.value);
    return `(x = ${read}) == null ? ${isThere ? `absent(${field})` : 'null'} : ${present}(x)`;
  }

  #object(type: GraphQLObjectType, nodes: readonly FieldNode[]): string {
    const fields = collectedFields(this.scope, type, nodes);
    if (!fields || type.isTypeOf) throw new NotPlain();
    const members = [...fields].map(([name, own]) => `${name}: ${this.#field(type, own)}`);
    return this.#function(`let x; object(v); return { ${members.join(', ')} };`);
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[]): string {
    const [{ name, arguments: given } = {} as FieldNode] = nodes;
    if (name.value === '__typename') return JSON.stringify(type.name);
    const field = type.getFields()[name.value];
    if (!field || field.resolve || (given && given.length > 0)) throw new NotPlain();
    return this.#value(field.type, nodes, `v.${name.value}`);
  }

  #list(type: GraphQLList<GraphQLOutputType>, nodes: readonly FieldNode[]): string {
    const entry = this.#value(type.ofType, nodes, 'entries[i]');
    return this.#function(
      `let x; const entries = list(v); const out = []; for (let i = 0; i < entries.length; i++) out.push(${entry}); return out;`,
    );
  }

  #oneOf(type: GraphQLAbstractType, nodes: readonly FieldNode[]): string {
    const { resolveType } = type;
    if (!resolveType) throw new NotPlain();
    const typeOf = this.#given((value) => resolveType(value, undefined, undefined as never, type));
    const cases = this.scope.schema
      .getPossibleTypes(type)
      .map(
        (possible) => `case ${JSON.stringify(possible.name)}: return ${this.#object(possible, nodes)}(v);`,
      );
    return this.#function(`switch (${typeOf}(v)) { ${cases.join(' ')} default: return absent('a type'); }`);
  }

  #function(body: string): string {
    const name = `f${this.#functions.length}`;
    this.#functions.push(`function ${name}(v) { ${body} }`);
    return name;
  }

  #given(reader: Reader): string {
    return `r${this.#readers.push(reader) - 1}`;
  }
}
