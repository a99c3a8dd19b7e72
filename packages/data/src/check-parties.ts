import type { CatalogueFiles } from './catalogue-files.js';
import type { Fault } from './fault.js';
import type { CatalogueFile } from './parse-file.js';
import { partyName } from './parties.js';

/** Every country and body named must be known, so that every reader can be shown its name. */
export function checkParties({ files, parties }: CatalogueFiles): readonly Fault[] {
  const faults: Fault[] = [];
  const known = (id: string): boolean => partyName(id, parties) !== undefined;
  const check = (ids: readonly string[] | undefined, file: CatalogueFile, line: () => number): void => {
    for (const id of ids ?? []) {
      if (known(id)) continue;
      const body = id.startsWith('org:');
      const hint =
        id === 'WLD'
          ? 'write "*" for everyone'
          : body
            ? 'add it to parties.yaml in en and ja'
            : 'write ISO 3166-1 alpha-3 (JPN), an org: id or "*"';
      faults.push({
        code: body ? 'UNKNOWN_BODY' : 'UNKNOWN_COUNTRY',
        file: file.path,
        line: line(),
        message: `"${id}" is not known; ${hint}.`,
      });
    }
  };
  for (const file of files) {
    check(file.header?.partners, file, () => file.lineOf(['partners']));
    check(file.header?.authorities, file, () => file.lineOf(['authorities']));
    for (const [key, subject] of Object.entries(file.header?.subjects ?? {})) {
      const line = (): number => file.lineOf(['subjects', key]);
      check(subject?.partners, file, line);
      check(subject?.authorities, file, line);
      if (
        !subject?.title &&
        !known(key) &&
        !(subject?.partners.length === 1 && known(subject.partners[0] as string))
      ) {
        faults.push({
          code: 'MISSING_TITLE',
          file: file.path,
          line: line(),
          message: `subject "${key}" has no title and is no country; write title: { en, ja }.`,
        });
      }
    }
    for (const { event, lineOf } of file.events)
      for (const field of ['actors', 'targets'] as const) check(event[field], file, () => lineOf([field]));
  }
  return faults;
}
