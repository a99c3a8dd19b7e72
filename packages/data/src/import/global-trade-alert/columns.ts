import { RowFault } from '../imported-row.js';
import type { GtaIntervention } from './intervention.js';

/** Headers of downloads, by vintage, and the names of the API that they mean. */
const ALIASES: ReadonlyMap<string, keyof GtaIntervention & string> = new Map(
  Object.entries({
    'intervention id': 'intervention_id',
    'state act id': 'state_act_id',
    'state act title': 'state_act_title',
    title: 'state_act_title',
    'intervention url': 'intervention_url',
    'state act url': 'state_act_url',
    'gta evaluation': 'gta_evaluation',
    'implementing jurisdiction': 'implementing_jurisdictions',
    'implementing jurisdictions': 'implementing_jurisdictions',
    'affected jurisdiction': 'affected_jurisdictions',
    'affected jurisdictions': 'affected_jurisdictions',
    'inferred jurisdictions': 'inferred_jurisdictions',
    'implementation level': 'implementation_level',
    'eligible firm': 'eligible_firm',
    'eligible firms': 'eligible_firm',
    'intervention type': 'intervention_type',
    'mast chapter': 'mast_chapter',
    'mast subchapter': 'mast_subchapter',
    'affected sectors': 'affected_sectors',
    'affected products': 'affected_products',
    'date announced': 'date_announced',
    'announcement date': 'date_announced',
    'date published': 'date_published',
    'publication date': 'date_published',
    'date implemented': 'date_implemented',
    'inception date': 'date_implemented',
    'implementation date': 'date_implemented',
    'date removed': 'date_removed',
    'removal date': 'date_removed',
    'is in force': 'is_in_force',
    'currently in force': 'is_in_force',
    'state act source': 'state_act_source',
    'is official source': 'is_official_source',
  } as const),
);

/** What each column of a CSV means. @throws RowFault UNKNOWN_HEADER, DUPLICATE_HEADER, MISSING_HEADER: nothing is guessed. */
export function columnsOf(header: readonly string[]): readonly (keyof GtaIntervention & string)[] {
  const names = header.map((given) => {
    const name = ALIASES.get(given.trim().toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' '));
    if (!name)
      throw new RowFault(
        'UNKNOWN_HEADER',
        `"${given.slice(0, 60)}" is no column of a Global Trade Alert download that is known here; known are ${[...ALIASES.keys()].join(', ')}.`,
      );
    return name;
  });
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new RowFault('DUPLICATE_HEADER', `two columns mean ${twice}; leave one of them out.`);
  if (!names.includes('intervention_id') && !names.includes('intervention_url'))
    throw new RowFault(
      'MISSING_HEADER',
      'there is neither a column "Intervention ID" nor "Intervention URL", so a second import could not tell which rows it has already; add one of them.',
    );
  return names;
}
