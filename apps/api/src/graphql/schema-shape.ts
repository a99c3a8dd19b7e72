import type { BuildSchemaOptions } from '@nestjs/graphql';

/** How classes become the schema, the same in the server and in the printed file. */
export const schemaShape: BuildSchemaOptions = {
  numberScalarMode: 'float',
  noDuplicatedFields: true,
};
