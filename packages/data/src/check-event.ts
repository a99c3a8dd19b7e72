import { eventType, formatDay } from '@policy-timeline/domain';
import { checkDates, checkOverlaps, type Report } from './check-dates.js';
import { windowOf } from './date-window.js';
import type { Fault } from './fault.js';
import type { CatalogueFile, FileEvent } from './parse-file.js';
import type { Path } from './read-yaml.js';
import { slotsOf, type YamlDate, type YamlEffect } from './schema.js';

/** Rules that one event answers for alone; `papers` gives the writing date of each paper. */
export function checkEvent(
  file: CatalogueFile,
  entry: FileEvent,
  papers: ReadonlyMap<string, YamlDate>,
): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (code, path, message) =>
    faults.push({
      code,
      file: file.path,
      line: entry.lineOf(path),
      message: `${entry.event.id}: ${message}`,
    });
  checkType(file, entry, report);
  checkDates(entry, report);
  checkSources(entry, papers, report);
  for (const [index, effect] of entry.event.effects.entries())
    checkEffect(effect, ['effects', index], report);
  checkOverlaps(entry, report);
  return faults;
}

function checkType(file: CatalogueFile, { event }: FileEvent, report: Report): void {
  const known = eventType(event.type);
  if (!known) {
    report(
      'UNKNOWN_TYPE',
      ['type'],
      `"${event.type}" is no event type; see packages/domain/src/events for the types of each family.`,
    );
    return;
  }
  if (file.header && known.family.family !== file.header.family) {
    report(
      'WRONG_FAMILY',
      ['type'],
      `"${event.type}" belongs to ${known.family.family}, the file to ${file.header.family}; write a type of ${file.header.family} or move the event.`,
    );
  }
  for (const [index, { act }] of event.effects.entries()) {
    const { acts } = known.definition;
    if (!acts.includes(act))
      report(
        'ACT_NOT_ALLOWED',
        ['effects', index, 'act'],
        `${event.type} may not ${act}; ${acts.length ? `it may ${acts.join(', ')}` : 'it has no effects'}.`,
      );
  }
}

function checkSources({ event }: FileEvent, papers: ReadonlyMap<string, YamlDate>, report: Report): void {
  const sources = [...(event.source ? [event.source] : []), ...(event.sources ?? [])];
  if (sources.length === 0)
    report(
      'UNSOURCED',
      [],
      "no source; write source: { paper: '002', where: … } or the instrument with kind, id, title, publisher and date.",
    );
  for (const [index, source] of sources.entries()) {
    const path: Path = event.source && index === 0 ? ['source'] : ['sources', index - (event.source ? 1 : 0)];
    if (source.paper === undefined) {
      const missing = (['id', 'kind', 'title', 'publisher', 'date'] as const).filter(
        (field) => source[field] === undefined,
      );
      if (missing.length > 0)
        report(
          'UNSOURCED',
          path,
          `the source lacks ${missing.join(', ')}; give them, or the paper by its number.`,
        );
    } else if (!papers.has(source.paper)) {
      report(
        'UNKNOWN_PAPER',
        [...path, 'paper'],
        `"${source.paper}" is no paper of papers.yaml; write one of ${[...papers.keys()].map((id) => `'${id}'`).join(', ')}.`,
      );
    } else if (sources.length === 1 && event.knownOn) {
      checkKnownDay(event.knownOn, papers.get(source.paper) as YamlDate, source.paper, report);
    }
  }
  if (event.knownOn && !event.knownBasis)
    report(
      'MISSING_FIELD',
      ['knownOn'],
      'knownOn is given and knownBasis left out; write ANNOUNCED, PUBLISHED, CITED, DOCUMENTED or INFERRED.',
    );
  if (
    !event.knownOn &&
    event.knownBasis &&
    event.knownBasis !== 'DOCUMENTED' &&
    event.knownBasis !== 'INFERRED'
  ) {
    report(
      'MISSING_FIELD',
      ['knownBasis'],
      `knownBasis is ${event.knownBasis} and knownOn left out; write the day, or DOCUMENTED for the day of the source.`,
    );
  }
}

function checkKnownDay(knownOn: YamlDate, written: YamlDate, paper: string, report: Report): void {
  const { earliest } = windowOf(knownOn);
  const { latest } = windowOf(written);
  if (earliest !== null && latest !== null && earliest > latest) {
    report(
      'KNOWN_AFTER_SOURCE',
      ['knownOn'],
      `known at the earliest on ${formatDay(earliest)}, but paper ${paper} was written by ${formatDay(latest)} and cannot tell what came after.`,
    );
  }
}

function checkEffect(effect: YamlEffect, path: Path, report: Report): void {
  if (slotsOf(effect).length === 0)
    report('MISSING_FIELD', path, 'the effect names no slot; write slot: membership/alba/HND.');
  if ((effect.act === 'ASSERT' || effect.act === 'SUSPEND') && effect.value === undefined)
    report('MISSING_VALUE', path, `${effect.act} needs a value, for example { flag: true }.`);
  if ((effect.act === 'AMEND' || effect.act === 'REVOKE') && effect.target === undefined)
    report('MISSING_TARGET', path, `${effect.act} needs target: the id of the event it changes.`);
}
