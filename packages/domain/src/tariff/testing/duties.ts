import type { PolicyEvent } from '../../events/envelope.js';
import type { LogEvent } from '../../events/record-event.js';
import type { TariffTerms } from '../../events/tariff-terms.js';
import { described } from '../../testing/index.js';

export type Written = Partial<Omit<TariffTerms, 'include' | 'exclude' | 'stacking'>> & {
  readonly include?: Partial<TariffTerms['include']>;
  readonly exclude?: Partial<TariffTerms['exclude']>;
  readonly displaces?: readonly string[];
  readonly excludedBy?: readonly string[];
  readonly cumulatesWith?: readonly string[];
  readonly unsettledWith?: readonly string[];
  readonly unstated?: true;
};

/** The event with terms on its effect; parts left out are empty, `unstated` is `stacking: null`. */
export function withTerms(event: PolicyEvent, written: Written = {}): PolicyEvent {
  const {
    include,
    exclude,
    displaces = [],
    excludedBy = [],
    cumulatesWith = [],
    unsettledWith = [],
    unstated,
    ...rest
  } = written;
  const terms: TariffTerms = {
    authority: 'IEEPA',
    conditions: [],
    ...rest,
    include: { hs: [], lists: [], ...include },
    exclude: { partners: [], hs: [], lists: [], conditions: [], ...exclude },
    stacking: unstated ? null : { displaces, excludedBy, cumulatesWith, unsettledWith, source: 'HTS' },
  };
  return { ...event, effects: event.effects.map((effect) => ({ ...effect, terms })) };
}

/** Subjects of these ids that concern these partners. */
export const slots = (partners: readonly string[], ...ids: readonly string[]): readonly LogEvent[] =>
  ids.map((id) => described({ id, partners }));
