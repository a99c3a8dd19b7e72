import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compiledMessages } from '@/language/compiled-messages';
import { NAMED_ATTRIBUTES } from '@/language/name-slot';
import { translator } from '@/language/translator';
import en from './en.json';
import ja from './ja.json';
import pagesEn from './pages.en.json';
import pagesJa from './pages.ja.json';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...leaves(value, `${path}${key}.`)],
    ),
  );
}
const said = { en: { ...en, pages: pagesEn }, ja: { ...ja, pages: pagesJa } };
const [inEnglish, inJapanese] = [leaves(said.en), leaves(said.ja)];
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

/** Texts that are the same in every language. */
const PLAIN = /^(\{\w+\}|[\d{}\w,+.%、 -]*|SIPRI|.*\{amount\}%.*)$/;

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...inJapanese.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  it('are written in Japanese on the Japanese side', () => {
    const latin = [...inJapanese].filter(
      ([, text]) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && !PLAIN.test(text),
    );
    expect(latin).toEqual([]);
  });

  it('take the same values', () => {
    for (const [key, text] of inEnglish)
      expect([key, placeholders(inJapanese.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('can all be said', () => {
    for (const [locale, messages] of [
      ['en', said.en],
      ['ja', said.ja],
    ] as const) {
      const t = translator(locale, compiledMessages(messages));
      for (const [key, text] of leaves(messages))
        expect(
          t(key as never, Object.fromEntries(placeholders(text).map((name) => [name, 'x'])) as never),
        ).not.toMatch(/\{|^\w+(\.\w+)+$/);
    }
  });

  it('name every attribute that rows may show', () => {
    expect(new Set(Object.keys(en.attribute))).toEqual(NAMED_ATTRIBUTES);
  });

  it('are all said somewhere', () => {
    const web = fileURLToPath(new URL('..', import.meta.url));
    const source = ['app', 'pages', 'features', 'language', 'timeline', 'ui']
      .flatMap((folder) =>
        readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(web, folder, file),
        ),
      )
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // `status.${name}` says every key beneath `status.`; a message object may also be read by its path.
    const prefixes = [...source.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map((match) => match[1] ?? '');
    const unsaid = [...inEnglish.keys()].filter(
      (key) => !source.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unsaid).toEqual([]);
  });
});
