/** What a citation of any kind is written from. */
export interface Citation {
  /** Letters, digits, `-`: names it in a bibliography. */
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  /** EDTF text: the day of what is cited. */
  readonly issued: string;
  readonly url: string;
  /** `YYYY-MM-DD` */
  readonly accessed: string;
  /** Date, known day, position. */
  readonly note: string;
}

export const CITATION_FORMATS = ['text', 'bibtex', 'csl'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

export const WRITERS: Readonly<
  Record<CitationFormat, { readonly contentType: string; readonly write: (citation: Citation) => string }>
> = {
  text: { contentType: 'text/plain; charset=utf-8', write: plain },
  bibtex: { contentType: 'application/x-bibtex; charset=utf-8', write: bibtex },
  csl: { contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: csl },
};

function plain({ title, authors, publisher, issued, url, accessed, note }: Citation): string {
  const by = authors.length > 0 ? `${authors.join(', ')}. ` : '';
  return `${by}${title}. ${publisher}, ${issued}. ${note}. ${url} (${accessed}).\n`;
}

function bibtex({ key, title, authors, publisher, issued, url, accessed, note }: Citation): string {
  const [year = '', month] = issued.replace(/[~?%]$/, '').split('-');
  const fields = {
    ...(authors.length > 0 && { author: `{${authors.map(escaped).join('} and {')}}` }),
    title: `{${escaped(title)}}`,
    publisher: escaped(publisher),
    year,
    ...(month && { month: String(Number(month)) }),
    howpublished: `\\url{${url.replace(/[{}\\]/g, encodeURIComponent)}}`,
    urldate: accessed,
    note: escaped(note),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

/** Characters that LaTeX reads as commands. */
const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\textbackslash{}')
    .replace(/[#$%&_]/g, '\\$&')
    .replace(/(?<!\\textbackslash)[{}]/g, '\\$&');

function csl({ key, title, authors, publisher, issued, url, accessed, note }: Citation): string {
  const parts = (date: string) => ({
    'date-parts': [
      date
        .replace(/[~?%]$/, '')
        .split('-')
        .map(Number),
    ],
  });
  const item = {
    id: key,
    type: 'webpage',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    publisher,
    issued: { ...parts(issued), ...(/[~?%]$/.test(issued) && { circa: true }) },
    accessed: parts(accessed),
    URL: url,
    note,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
