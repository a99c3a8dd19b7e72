import { print, type ValueNode } from 'graphql';

/** The text of a string literal; of any other literal how it is written, so that the refusal can quote it. */
export function fromLiteral(node: ValueNode): string {
  return node.kind === 'StringValue' ? node.value : print(node);
}
