// The files of this folder as data, for the tests that check them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments, parseDocument } from 'yaml';

export const infra = resolve(import.meta.dirname, '..');
export const repository = resolve(infra, '..');
export const read = (...path) => readFileSync(join(infra, ...path), 'utf8');

/** One YAML file with its anchors and merge keys resolved. @throws with the line of what cannot be read. */
export function readYaml(...path) {
  return value(parseDocument(read(...path), { merge: true }), path.join('/'));
}

/** Every Kubernetes object in a folder, each with the file it is from. */
export function readObjects(folder) {
  return readdirSync(join(infra, folder))
    .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
    .flatMap((name) =>
      parseAllDocuments(read(folder, name), { merge: true }).map((document) => ({
        file: `${folder}/${name}`,
        object: value(document, name),
      })),
    );
}

function value(document, name) {
  if (document.errors.length > 0) throw new Error(`${name}: ${document.errors[0].message}`);
  return document.toJS();
}
