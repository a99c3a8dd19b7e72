import type { Fault } from './fault.js';
import type { CatalogueFile } from './parse-file.js';

/**
 * Files such that every event comes after those its effects aim at; else by path.
 * Files that aim at each other in a circle are reported and keep the order of their paths.
 */
export function orderFiles(files: readonly CatalogueFile[]): {
  readonly files: readonly CatalogueFile[];
  readonly faults: readonly Fault[];
} {
  const home = new Map(files.flatMap((file) => file.writtenIds.map((id) => [id, file] as const)));
  const ordered = new Set<CatalogueFile>();
  const faults: Fault[] = [];
  const open: CatalogueFile[] = [];
  const place = (file: CatalogueFile): void => {
    if (ordered.has(file)) return;
    open.push(file);
    for (const { event, lineOf } of file.events) {
      for (const [index, { target }] of event.effects.entries()) {
        const aimedAt = target === undefined ? undefined : home.get(target);
        if (!aimedAt || aimedAt === file) continue;
        if (open.includes(aimedAt)) {
          const message = `${event.id}: it aims at "${target}" in ${aimedAt.path}, whose events aim back at this file; put them into one file.`;
          faults.push({
            code: 'TARGET_AFTER_EVENT',
            file: file.path,
            line: lineOf(['effects', index]),
            message,
          });
        } else place(aimedAt);
      }
    }
    open.pop();
    ordered.add(file);
  };
  for (const file of files) place(file);
  return { files: [...ordered], faults };
}
