import type { CatalogueFiles } from './catalogue-files.js';
import { checkEvent } from './check-event.js';
import { checkParties } from './check-parties.js';
import type { Fault } from './fault.js';
import type { CatalogueFile } from './parse-file.js';
import { slotsOf } from './schema.js';

/** Every rule on files that could be read: each event alone, each head, and what they say of one another. */
export function checkCatalogue(catalogue: CatalogueFiles): readonly Fault[] {
  const written = new Map(Object.entries(catalogue.papers).map(([id, paper]) => [id, paper.written]));
  return [
    ...catalogue.files.flatMap((file) => [
      ...checkHead(file, catalogue),
      ...file.events.flatMap((entry) => checkEvent(file, entry, written)),
    ]),
    ...checkParties(catalogue),
    ...checkIds(catalogue.files),
    ...checkTargets(catalogue.files),
    ...checkSlots(catalogue.files),
  ];
}

const STREAM = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)+$/;

function checkHead(file: CatalogueFile, { topics }: CatalogueFiles): readonly Fault[] {
  const { header } = file;
  const faults: Fault[] = [];
  const report = (code: string, field: string, message: string): void =>
    void faults.push({ code, file: file.path, line: file.lineOf([field]), message });
  if (!STREAM.test(file.stream))
    report(
      'WRONG_PATH',
      '',
      `"${file.path}" is no stream path; write a family folder and kebab-case names, for example membership/alba.yaml.`,
    );
  if (!header) return faults;
  const folder = file.stream.split('/')[0];
  if (folder !== header.family.toLowerCase())
    report(
      'WRONG_FAMILY',
      'family',
      `the file lies in "${folder}" and says ${header.family}; the top folder is the family in lower case.`,
    );
  if (!Object.hasOwn(topics, header.topic))
    report('UNKNOWN_TOPIC', 'topic', `"${header.topic}" is no topic of topics.yaml.`);
  return faults;
}

function checkIds(files: readonly CatalogueFile[]): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  for (const file of files) {
    for (const { event, lineOf } of file.events) {
      const first = seen.get(event.id);
      if (first)
        faults.push({
          code: 'DUPLICATE_ID',
          file: file.path,
          line: lineOf(['id']),
          message: `"${event.id}" is also the id of an event in ${first}; ids are unique in the catalogue.`,
        });
      seen.set(event.id, file.path);
    }
  }
  return faults;
}

function checkTargets(files: readonly CatalogueFile[]): readonly Fault[] {
  const faults: Fault[] = [];
  const written = new Set(files.flatMap((file) => file.writtenIds));
  for (const file of files) {
    const inFile = new Map(file.writtenIds.map((id, index) => [id, index]));
    for (const { event, lineOf } of file.events) {
      const need = (id: string | undefined, path: readonly (string | number)[]): boolean => {
        if (id === undefined || written.has(id)) return true;
        faults.push({
          code: 'UNKNOWN_TARGET',
          file: file.path,
          line: lineOf(path),
          message: `${event.id}: "${id}" is no event of the catalogue.`,
        });
        return false;
      };
      for (const [index, { to }] of event.relations.entries()) need(to, ['relations', index]);
      for (const [index, { target, successor }] of event.effects.entries()) {
        need(successor, ['effects', index]);
        if (!need(target, ['effects', index]) || target === undefined) continue;
        const [own, aimedAt] = [inFile.get(event.id) ?? 0, inFile.get(target) ?? -1];
        if (aimedAt >= own)
          faults.push({
            code: 'TARGET_AFTER_EVENT',
            file: file.path,
            line: lineOf(['effects', index]),
            message: `${event.id}: its target "${target}" stands below it; an event stands after the one it aims at.`,
          });
      }
    }
  }
  return faults;
}

function checkSlots(files: readonly CatalogueFile[]): readonly Fault[] {
  const faults: Fault[] = [];
  const subjects = new Set(
    files.flatMap(({ stream, header }) => [
      stream,
      ...Object.keys(header?.subjects ?? {}).map((key) => `${stream}/${key}`),
    ]),
  );
  const effects = files.flatMap((file) =>
    file.events.flatMap((entry) =>
      entry.event.effects.map((effect, index) => ({ file, entry, effect, index })),
    ),
  );
  const asserted = new Set(
    effects
      .filter(({ effect }) => effect.act === 'ASSERT' || effect.act === 'SUSPEND')
      .flatMap(({ effect }) => slotsOf(effect)),
  );
  for (const { file, entry, effect, index } of effects) {
    const report = (code: string, message: string): void =>
      void faults.push({
        code,
        file: file.path,
        line: entry.lineOf(['effects', index]),
        message: `${entry.event.id}: ${message}`,
      });
    for (const slot of slotsOf(effect)) {
      const subject = slot.split('#')[0] as string;
      if (!subjects.has(subject)) {
        const hint = subject.startsWith(`${file.stream}/`)
          ? `add "${subject.slice(file.stream.length + 1)}" under subjects`
          : 'the path is a file, or a subject of a file; write it under its own stream';
        report('SLOT_OUTSIDE_CATALOGUE', `no file declares "${subject}"; ${hint}.`);
      } else if (effect.act === 'END' && !asserted.has(slot)) {
        report(
          'ENDS_NOTHING',
          `it ends "${slot}", which nothing in the catalogue begins; record the beginning first.`,
        );
      }
    }
  }
  return faults;
}
