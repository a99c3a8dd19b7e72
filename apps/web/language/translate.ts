import type screen from '@/messages/ja.json';
import type pages from '@/messages/pages.ja.json';

type Leaf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
/** Every key of the messages, dotted. */
export type MessageKey = Leaf<typeof screen & { pages: typeof pages }>;
/** Says one message of the page's language. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;
