import compile from 'icu-minify/compile';

type Tree = { readonly [key: string]: string | Tree };

/**
 * Messages taken apart once on the server, so that no browser loads a parser for them; `translator` says them.
 */
export function compiledMessages<Messages extends object>(messages: Messages): Messages {
  const compiled = (tree: Tree): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? (compile(value) as unknown as string) : compiled(value),
      ]),
    );
  return compiled(messages as unknown as Tree) as unknown as Messages;
}
