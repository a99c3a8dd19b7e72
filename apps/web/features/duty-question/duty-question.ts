import {
  type Day,
  formatDay,
  InvalidDate,
  PREFERENCE_CLAIMS,
  type PreferenceClaim,
  readTypedDate,
} from '@policy-timeline/domain';

/** The question as the address carries it. Texts are as typed; what cannot be read is said, not dropped. */
export interface DutyQuestion {
  readonly partner: string;
  readonly product: string;
  /** Lists that the good is said to be on, and no other; null: not told. */
  readonly lists: readonly string[] | null;
  readonly date: Day;
  /** The known day of the first answer; null: the day of entry itself. */
  readonly known: Day | null;
  /** The known day of the second answer; null: everything recorded. */
  readonly later: Day | null;
  readonly mfnRatePercent: number | null;
  readonly claims: readonly PreferenceClaim[];
  readonly usContentPercent: number | null;
  readonly customsValueUsd: number | null;
  readonly exportedOn: Day | null;
  readonly overQuota: boolean;
  /** What the border collected instead of what the law said: they part where a court ends a duty before the border stops. */
  readonly collected: boolean;
}
/** The product for which lists were told: of another product they would say nothing. */
export const LISTS_OF = 'of';

export type DutyParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Lists that the form offers by name; any HS code and any list of the record may be typed. */
export const OFFERED_PRODUCTS = [
  'ordinary',
  'passenger-vehicles',
  'light-trucks',
  'auto-parts-note-33g',
  's232-steel-mill-articles',
  's232-aluminium-articles',
  'semi-finished-copper',
  'softwood-timber-and-lumber-note-37b',
  'kitchen-cabinets-vanities-note-37f',
  'upholstered-wooden-furniture-note-37d',
  'patented-pharmaceuticals-note-40c',
  'cspv-modules',
  'large-residential-washers-note-17c',
  'potash',
] as const;

/** What a fresh visit asks: the import whose answer was changed 28 days afterwards. */
const FIRST = { partner: 'JPN', product: 'ordinary', date: '2025-08-20', mfn: '6.5' };

export type ReadDuty =
  | { readonly ok: true; readonly question: DutyQuestion }
  // `question` is the rest, with what was asked first in the place of what could not be read.
  | {
      readonly ok: false;
      readonly field: string;
      readonly given: string;
      readonly kind: 'date' | 'number';
      readonly question: DutyQuestion;
    };

/** Reads the address; a field that cannot be read is named with what was given. */
export function readDuty(params: DutyParams, today: Day): ReadDuty {
  const text = (name: string): string => {
    const given = params[name];
    return typeof given === 'string' ? given.trim() : '';
  };
  const asked = 'partner' in params || 'date' in params;
  const refused: { field: string; given: string; kind: 'date' | 'number' }[] = [];
  const day = (name: string, fallback: string): Day | null => {
    const given = text(name) || fallback;
    if (given === '') return null;
    try {
      return readTypedDate(given, { current: today });
    } catch (error) {
      if (!(error instanceof InvalidDate)) throw error;
      refused.push({ field: name, given, kind: 'date' });
      return null;
    }
  };
  const number = (name: string, fallback = ''): number | null => {
    const given = text(name) || fallback;
    if (given === '') return null;
    const value = Number(given.replace(/[%％]$/, ''));
    if (Number.isFinite(value) && value >= 0) return value;
    refused.push({ field: name, given, kind: 'number' });
    return null;
  };
  const several = (name: string): readonly string[] => {
    const given = params[name];
    return typeof given === 'string' ? [given] : (given ?? []);
  };
  const claims = several('claims');
  const product = text('hs').normalize('NFKC') || text('product') || FIRST.product;
  const question = {
    partner: text('partner') || FIRST.partner,
    product,
    lists: text(LISTS_OF) === product ? several('list').map((name) => name.trim()) : null,
    date: day('date', FIRST.date) ?? today,
    known: day('known', asked ? '' : '2025-08-25'),
    later: day('later', ''),
    mfnRatePercent: number('mfn', asked ? '' : FIRST.mfn),
    claims: PREFERENCE_CLAIMS.filter((claim) => claims.includes(claim)),
    usContentPercent: number('us'),
    customsValueUsd: number('value'),
    exportedOn: day('exported', ''),
    overQuota: text('over') === '1',
    collected: text('border') === '1',
  };
  const [first] = refused;
  return first ? { ok: false, question, ...first } : { ok: true, question };
}

export const trackOf = (question: DutyQuestion): 'LEGAL' | 'COLLECTED' =>
  question.collected ? 'COLLECTED' : 'LEGAL';

/** The question as the API takes it, but for its days and track. */
export function questionInput(question: DutyQuestion) {
  return {
    partner: question.partner,
    product: question.product,
    ...(question.lists === null ? {} : { lists: [...question.lists] }),
    ...(question.mfnRatePercent === null ? {} : { mfnRatePercent: question.mfnRatePercent }),
    ...(question.claims.length > 0 ? { claims: [...question.claims] } : {}),
    ...(question.usContentPercent === null ? {} : { usContentPercent: question.usContentPercent }),
    ...(question.customsValueUsd === null ? {} : { customsValueUsd: question.customsValueUsd }),
    ...(question.exportedOn === null ? {} : { exportedOn: formatDay(question.exportedOn) }),
    ...(question.overQuota ? { overQuota: true } : {}),
  };
}

/** The address of the question, without its language. */
export function dutyPath(question: DutyQuestion): string {
  const query = new URLSearchParams({
    partner: question.partner,
    product: question.product,
    date: formatDay(question.date),
  });
  const put = (name: string, value: string | number | null): void => {
    if (value !== null) query.set(name, String(value));
  };
  put('known', question.known === null ? null : formatDay(question.known));
  put('later', question.later === null ? null : formatDay(question.later));
  put('mfn', question.mfnRatePercent);
  put('us', question.usContentPercent);
  put('value', question.customsValueUsd);
  put('exported', question.exportedOn === null ? null : formatDay(question.exportedOn));
  if (question.overQuota) query.set('over', '1');
  if (question.collected) query.set('border', '1');
  for (const claim of question.claims) query.append('claims', claim);
  if (question.lists !== null) query.set(LISTS_OF, question.product);
  for (const list of question.lists ?? []) query.append('list', list);
  return `/duty?${query}`;
}
