import type { ApolloServerPlugin } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject } from '@nestjs/common';
import type { OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../graphql/context.js';
import { Access } from './access.js';

/** An attempt to write that never reached a resolver (by GET, with an input that cannot be read) is in the audit trail too. */
@Plugin()
export class RefusedMutations implements ApolloServerPlugin<RequestContext> {
  constructor(@Inject(Access) private readonly access: Access) {}

  async requestDidStart() {
    const { audit } = this.access;
    return {
      async willSendResponse({
        operation,
        contextValue,
        response,
      }: {
        operation?: OperationDefinitionNode | undefined;
        contextValue: RequestContext;
        response: { body: { kind: string; singleResult?: { errors?: readonly { extensions?: object }[] } } };
      }) {
        if (operation?.operation !== 'mutation' || contextValue.attempted) return;
        const codes = (response.body.singleResult?.errors ?? []).map(({ extensions }) =>
          String((extensions as { code?: unknown } | undefined)?.code ?? 'INTERNAL'),
        );
        audit.note({ ...unheard(operation, contextValue.transport), codes: [...new Set(codes)] });
      },
    };
  }
}

/** The refusal of an operation whose token nobody looked at. */
export function unheard(operation: OperationDefinitionNode, transport: string) {
  const fields = operation.selectionSet.selections.flatMap((field) =>
    field.kind === 'Field' ? field.name.value : [],
  );
  return {
    operation: [...new Set(fields)].slice(0, 5).join(' ').slice(0, 200) || 'mutation',
    transport,
    actor: null,
    role: null,
    outcome: 'REFUSED' as const,
  };
}
