import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** What a document is read against. */
export interface DocumentScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * The fields that a valid document selects of an object of one type, by the name that each has in the answer: fragments are
 * opened, and what is selected twice stands together. Null where that cannot be told from the document alone (`@skip`,
 * `@include`).
 */
export function collectedFields(
  scope: DocumentScope,
  type: GraphQLObjectType,
  nodes: readonly { readonly selectionSet?: SelectionSetNode | undefined }[],
): ReadonlyMap<string, readonly FieldNode[]> | null {
  const fields = new Map<string, FieldNode[]>();
  const isTold = nodes.every(
    ({ selectionSet }) => !selectionSet || collect(scope, type, selectionSet, fields),
  );
  return isTold ? fields : null;
}

function collect(
  scope: DocumentScope,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
): boolean {
  for (const selection of selections) {
    if (selection.directives && selection.directives.length > 0) return false;
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const same = fields.get(name);
      if (same) same.push(selection);
      else fields.set(name, [selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    if (!fragment) return false;
    if (!isOf(scope.schema, type, fragment.typeCondition?.name.value)) continue;
    if (!collect(scope, type, fragment.selectionSet, fields)) return false;
  }
  return true;
}

function isOf(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && schema.isSubType(wider, type);
}
