import { type FragmentOf, graphql } from './graphql';
import { VALUE_FIELDS } from './value-text';

/** A value as the API writes it. */
export const valueFields = graphql(VALUE_FIELDS);

/** A source as a citation needs it. */
export const sourceFields = graphql(`
  fragment SourceFields on Source { id kind title { en ja } author publisher date where url }
`);

export type WireSource = FragmentOf<typeof sourceFields>;
