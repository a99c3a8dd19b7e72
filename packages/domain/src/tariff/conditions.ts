import { type Day, parseDay } from '../calendar/civil-day.js';
import { spellDay } from '../calendar/spelled-date.js';
import type { TariffTerms } from '../events/tariff-terms.js';
import type { Text } from '../events/text.js';
import { conditionName, limitName } from './condition-names.js';
import type { ImportCase, PreferenceClaim } from './question.js';
import { CLAIMANTS } from './question.js';
import type { KnownProduct } from './scope.js';

/** What the facts of the case make of a duty's conditions. */
export interface Effects {
  /** Takes the good out of the duty. */
  readonly out: Text | null;
  /** It is out for being in transit and for nothing else; `until`: the day before which it must enter. */
  readonly inTransit: { readonly until: string | null } | null;
  /** The slot is only for goods that meet a condition this one does not meet: no line at all. */
  readonly notMeant: boolean;
  /** Decides and is not known. */
  readonly open: readonly Text[];
  /** Share of the value that the duty is on. */
  readonly share: number;
  readonly assumptions: readonly Text[];
}

type Finding =
  | { readonly is: 'YES' | 'NO' }
  /** Not told; the usual case is taken and said. */
  | { readonly is: 'ASSUMED_YES' | 'ASSUMED_NO'; readonly text: Text }
  | { readonly is: 'OPEN'; readonly text: Text };

const YES: Finding = { is: 'YES' };
const NO: Finding = { is: 'NO' };

const DAY = '(\\d{4}-\\d{2}-\\d{2})';
const IN_TRANSIT = new RegExp(`^(?:in-transit|exported)-before-${DAY}(?:-entered-before-${DAY})?$`);
const CLAIM = new RegExp(
  `^claims-(usmca|cafta-dr|korus)(-canada|-textiles|-auto-parts-not-kits|-truck-parts-not-kits)?(?:-from-${DAY})?$`,
);
const US_CONTENT = /^us-content-(\d+)$/;
const WINDOW = new RegExp(`^(.+)-(from|until)-${DAY}$`);
const CLAIM_ON_US_CONTENT = 'claims-usmca-duty-on-non-us-content-if-commerce-approves';

/** Conditions that the usual import meets; taken to hold, and said. */
const USUALLY_MET: Readonly<Record<string, Text>> = {
  'melted-and-poured': {
    en: 'the metal was melted and poured in the partner',
    ja: '金属は当該国で溶解・鋳造された',
  },
  'melted-and-poured-or-certificate': {
    en: 'the metal was melted and poured in the partner, or a certificate is shown',
    ja: '金属は当該国で溶解・鋳造されたか、証明書がある',
  },
  'melted-and-poured-in-north-america': {
    en: 'the steel was melted and poured in Mexico, Canada or the United States',
    ja: '鉄鋼はメキシコ・カナダ・米国のいずれかで溶解・鋳造された',
  },
  'no-primary-aluminium-of-china-russia-belarus-iran': {
    en: 'no primary aluminium smelted or cast in China, Russia, Belarus or Iran is in it',
    ja: '中国・ロシア・ベラルーシ・イランで製錬・鋳造された一次アルミは使われていない',
  },
  'metal-content-value-for-derivatives': {
    en: 'the percent of a derivative is on the value of its metal',
    ja: '派生品の税率は金属部分の価額に対するもの',
  },
  'full-customs-value': { en: 'the duty is on the full customs value', ja: '課税価格の全額に課される' },
  'import-adjustment-offset-parts': {
    en: 'no import adjustment offset is used',
    ja: '輸入調整オフセットは使わない',
  },
};
/** Conditions that the usual import does not meet. */
const RARELY_MET: Readonly<Record<string, Text>> = {
  transshipped: { en: 'the good was not transshipped to evade duty', ja: '迂回輸送品ではない' },
  'onshoring-plan': {
    en: 'the maker has no approved onshoring plan',
    ja: '製造者に承認済みの国内生産計画はない',
  },
  'commerce-approved-onshoring-plan': {
    en: 'the maker has no approved onshoring plan',
    ja: '製造者に承認済みの国内生産計画はない',
  },
  'commerce-authorised-quantity': {
    en: 'the good is not within a quantity that Commerce authorised',
    ja: '商務省の承認数量には含まれない',
  },
  'us-melted-and-poured-or-smelted-derivatives': {
    en: 'the derivative is not made of metal melted and poured, or smelted, in the US',
    ja: '米国で溶解・鋳造または製錬した金属の派生品ではない',
  },
  'not-usmca-originating': { en: 'the good was not transshipped to evade duty', ja: '迂回輸送品ではない' },
};

/** Every condition of the terms, in the light of the case; a name that is not known here is left open, never ignored. */
export function weigh(terms: TariffTerms, asked: ImportCase, product: KnownProduct, date: Day): Effects {
  const open: Text[] = [];
  const assumptions: Text[] = [];
  let out: Text | null = null;
  let inGrace: Effects['inTransit'] = null;
  let otherwiseOut = false;
  let notMeant = false;
  let share = 1;

  for (const name of terms.exclude.conditions) {
    const finding = excludes(name, asked, product, date);
    if (finding.is === 'YES') {
      out ??= outBecause(name);
      const transit = IN_TRANSIT.exec(name);
      if (transit) inGrace = { until: transit[2] ?? null };
      else otherwiseOut = true;
    } else if (finding.is === 'OPEN') open.push(finding.text);
    else if (finding.is === 'ASSUMED_NO') assumptions.push(finding.text);
  }
  for (const name of terms.conditions) {
    const content = US_CONTENT.exec(name);
    if (content || name === CLAIM_ON_US_CONTENT) {
      const needed = content ? Number(content[1]) : 0;
      const told = asked.usContentPercent;
      if (content && told === null)
        assumptions.push({
          en: `less than ${needed} % of the value is US content`,
          ja: `米国産の割合は価額の${needed}%未満`,
        });
      else if (content && told !== null && told >= needed) share = 1 - told / 100;
      else if (!content && asked.claims?.includes('USMCA'))
        open.push({
          en: 'whether Commerce approved the duty to be on non-US content alone is not known',
          ja: '非米国産部分のみの課税を商務省が承認したかは不明',
        });
      continue;
    }
    if (name === 'over-quota') continue;
    const finding = requires(name, asked, product, date);
    if (finding.is === 'NO' || finding.is === 'ASSUMED_NO') notMeant = true;
    if (finding.is === 'OPEN') open.push(finding.text);
    if (finding.is === 'ASSUMED_NO' || finding.is === 'ASSUMED_YES') assumptions.push(finding.text);
  }
  return { out, inTransit: otherwiseOut ? null : inGrace, notMeant, open, share, assumptions };
}

/** A fact that takes a good out: unless told, the usual import does not meet it. */
function excludes(name: string, asked: ImportCase, product: KnownProduct, date: Day): Finding {
  const transit = IN_TRANSIT.exec(name);
  if (transit) return inTransit(transit[1] as string, transit[2], asked, date);
  const claim = CLAIM.exec(name);
  if (claim) return claimed(claim, asked, product, date);
  return { is: 'ASSUMED_NO', text: RARELY_MET[name] ?? noneOf(name) };
}

const RUSSIAN_METAL = 'primary-aluminium-smelted-or-cast-in-russia';
const russianMetal = ({ partner }: ImportCase): Finding =>
  partner === 'RUS'
    ? { is: 'ASSUMED_YES', text: { en: 'the metal is Russian', ja: '金属はロシア産' } }
    : {
        is: 'ASSUMED_NO',
        text: { en: 'no Russian primary aluminium is in it', ja: 'ロシア産一次アルミは使われていない' },
      };

const US_METAL = /^us-metal-content-(\d+)$/;
const usMetal = (name: string): Text => {
  const share = US_METAL.exec(name)?.[1];
  return { en: `less than ${share} % of the metal is US metal`, ja: `米国産金属は${share}%未満` };
};

/** A fact that the duty, or this rate of it, waits for. */
function requires(name: string, asked: ImportCase, product: KnownProduct, date: Day): Finding {
  if (name.startsWith(RUSSIAN_METAL)) return russianMetal(asked);
  const met = USUALLY_MET[name];
  if (met) return { is: 'ASSUMED_YES', text: met };
  const rare = RARELY_MET[name] ?? (US_METAL.test(name) ? usMetal(name) : undefined);
  if (name === 'transshipped' && product.kind === 'NAMED' && product.name.startsWith(name)) return YES;
  if (rare) return { is: 'ASSUMED_NO', text: rare };
  const claim = CLAIM.exec(name);
  if (claim) return claimed(claim, asked, product, date);
  const window = WINDOW.exec(name);
  if (window) {
    const day = parseDay(window[3] as string);
    const applies = window[2] === 'from' ? date >= day : date < day;
    if (!applies) return YES;
  }
  const { en, ja } = conditionName(name);
  return {
    is: 'OPEN',
    text: { en: `whether “${en}” holds is not known`, ja: `「${ja}」に当たるかは不明` },
  };
}

function inTransit(before: string, entered: string | undefined, asked: ImportCase, date: Day): Finding {
  if (entered !== undefined && date >= parseDay(entered)) return NO;
  if (asked.exportedOn !== null) return asked.exportedOn < parseDay(before) ? YES : NO;
  return {
    is: 'ASSUMED_NO',
    text: {
      en: `the good was not in transit before ${spellDay(parseDay(before), 'en')}`,
      ja: `${spellDay(parseDay(before), 'ja')}より前に積み出されていない`,
    },
  };
}

const CLAIM_NAMES: Readonly<Record<string, PreferenceClaim>> = {
  usmca: 'USMCA',
  'cafta-dr': 'CAFTA_DR',
  korus: 'KORUS',
};

function claimed(match: RegExpExecArray, asked: ImportCase, product: KnownProduct, date: Day): Finding {
  const [, key = '', limit, from] = match;
  const claim = CLAIM_NAMES[key] as PreferenceClaim;
  if (!CLAIMANTS[claim].includes(asked.partner)) return NO;
  if (limit === '-canada' && asked.partner !== 'CAN') return NO;
  if (from !== undefined && date < parseDay(from)) return NO;
  const goods = limitedTo(limit, product);
  if (goods === 'NO') return NO;
  if (asked.claims === null) {
    return {
      is: 'ASSUMED_NO',
      text: { en: `${claim} is not claimed`, ja: `${claim}の特恵は申告しない` },
    };
  }
  if (!asked.claims.includes(claim)) return NO;
  if (goods === 'YES') return YES;
  const only = limitName((limit ?? '').slice(1));
  return {
    is: 'OPEN',
    text: {
      en: `whether the ${claim} claim is for ${only.en} is not known`,
      ja: `${claim}の申告が${only.ja}に当たるかは不明`,
    },
  };
}

/** A claim that helps only some goods. */
function limitedTo(limit: string | undefined, product: KnownProduct): 'YES' | 'NO' | 'OPEN' {
  if (limit === undefined || limit === '-canada') return 'YES';
  if (product.kind === 'ORDINARY') return 'NO';
  if (limit === '-textiles' && product.kind === 'HS') {
    const chapter = Number(product.digits.slice(0, 2));
    return chapter >= 50 && chapter <= 63 ? 'YES' : 'NO';
  }
  return 'OPEN';
}

/** The days on which a condition of these terms begins or ends to matter. */
export function conditionDays(terms: TariffTerms): readonly Day[] {
  return [...terms.conditions, ...terms.exclude.conditions].flatMap((name) =>
    [...name.matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([day]) => parseDay(day)),
  );
}

function outBecause(name: string): Text {
  const claim = CLAIM.exec(name);
  if (claim) {
    const preference = CLAIM_NAMES[claim[1] as string] as string;
    return { en: `${preference} is claimed`, ja: `${preference}の特恵を申告している` };
  }
  const before = parseDay(IN_TRANSIT.exec(name)?.[1] as string);
  return {
    en: `it was loaded before ${spellDay(before, 'en')}`,
    ja: `${spellDay(before, 'ja')}より前に積み出された`,
  };
}

function noneOf(name: string): Text {
  const { en, ja } = conditionName(name);
  return { en: `“${en}” does not hold`, ja: `「${ja}」には当たらない` };
}
