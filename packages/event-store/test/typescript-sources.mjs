import { registerHooks } from 'node:module';

// Node strips types by itself, but our imports name the .js that tsc will write: look for the .ts beside it.
registerHooks({
  resolve: (specifier, context, next) =>
    next(/^[.].*[.]js$/.test(specifier) ? specifier.replace(/js$/, 'ts') : specifier, context),
});
