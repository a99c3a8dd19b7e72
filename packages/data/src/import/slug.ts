/** A text as one step of a path: `RUSSIA-EO14024` is `russia-eo14024`; never empty. */
export function slug(text: string, whenEmpty = 'unnamed'): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return words === '' ? whenEmpty : words;
}
