import { mapSchema } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectedFields, type DocumentScope } from './collected-fields.js';
import type { Reader } from './leaf-reader.js';
import { selectionReader } from './selection-reader.js';

const copies = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** A schema of our own to put fields into. */
function copyOf(schema: GraphQLSchema): GraphQLSchema {
  const copy = copies.get(schema) ?? mapSchema(schema, {});
  copies.set(schema, copy);
  return copy;
}

/**
 * Compiles a query with everything that is read by members alone as one leaf. For each leaf of an answer graphql-jit makes its
 * place in the answer and in the document, in case it has to tell of an error, and it reads a member of an object anew for
 * each of the members in turn: for lists of hundreds that costs more than all the rest. Here an error just throws: a compiled
 * query that meets one is left to graphql-js, which tells it by its place.
 * @param compile is to be done with the schema when it returns
 */
export function withPlainSelections<Compiled>(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  compile: (schema: GraphQLSchema, document: DocumentNode) => Compiled,
): Compiled {
  const copy = copyOf(schema);
  const rewriting = new Rewriting(copy, document);
  const root = copy.getRootType(operation.operation);
  const selectionSet = root && rewriting.selectionSet(root, [operation]);
  const rewritten: DocumentNode = {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition === operation && selectionSet ? { ...operation, selectionSet } : definition,
    ),
  };
  try {
    return compile(copy, rewritten);
  } finally {
    rewriting.takeBack();
  }
}

type Field = GraphQLField<unknown, unknown>;

class Rewriting {
  readonly #scope: DocumentScope;
  readonly #added: { readonly type: GraphQLObjectType; readonly name: string }[] = [];

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    this.#scope = { schema, fragments };
  }

  /** Undefined where the selection has to stay as it is. */
  selectionSet(
    type: GraphQLObjectType,
    nodes: readonly { readonly selectionSet?: SelectionSetNode | undefined }[],
  ): SelectionSetNode | undefined {
    const fields = collectedFields(this.#scope, type, nodes);
    if (!fields) return undefined;
    return {
      kind: Kind.SELECTION_SET,
      selections: [...fields.values()].flatMap((own) => this.#field(type, own)),
    };
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[]): readonly FieldNode[] {
    const [node = {} as FieldNode] = nodes;
    const field = type.getFields()[node.name.value];
    if (!field || isLeafType(getNullableType(field.type))) return nodes;
    const reader = selectionReader(this.#scope, field.type, nodes);
    if (reader) return [this.#asLeaf(type, field, node, reader)];
    const within = getNamedType(field.type);
    const selectionSet = isObjectType(within) ? this.selectionSet(within, nodes) : undefined;
    return selectionSet ? [{ ...node, selectionSet }] : nodes;
  }

  #asLeaf(type: GraphQLObjectType, field: Field, node: FieldNode, serialize: Reader): FieldNode {
    const name = `${field.name}_${this.#added.length}`;
    const leaf = new GraphQLScalarType({ name: `Selected_${this.#added.length}`, serialize });
    const { selectionSet: _, ...alone } = node;
    // Its name says which member is read, and stays.
    type.getFields()[name] = {
      ...field,
      type: isNonNullType(field.type) ? new GraphQLNonNull(leaf) : leaf,
    };
    this.#added.push({ type, name });
    return {
      ...alone,
      name: { kind: Kind.NAME, value: name },
      alias: node.alias ?? node.name,
    };
  }

  takeBack(): void {
    for (const { type, name } of this.#added) delete type.getFields()[name];
  }
}
