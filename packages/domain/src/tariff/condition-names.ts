import { parseDay } from '../calendar/civil-day.js';
import { spellDay } from '../calendar/spelled-date.js';
import type { Text } from '../events/text.js';

/** Conditions of instruments as a reader would call them; a dated one is named without its window. */
const NAMES: Readonly<Record<string, Text>> = {
  'civil-industrial': { en: 'civil industrial use', ja: '民生産業用' },
  'company-named-in-annex-iii': { en: 'a maker named in Annex III', ja: '附属書IIIに名のある製造者の品' },
  'cranes-contract': { en: 'cranes under a contract', ja: '契約済みのクレーン' },
  'critical-components-test': { en: 'the test of critical components', ja: '重要部品の基準' },
  'enteral-syringes': { en: 'enteral syringes', ja: '経腸栄養用シリンジ' },
  'metal-under-15pct-of-weight-outside-ch-72-73-74-76': {
    en: 'metal under 15 % of the weight, outside chapters 72, 73, 74 and 76',
    ja: '金属が重量の15%未満で、第72・73・74・76類の外の品',
  },
  'non-data-centre-consumer': {
    en: 'consumer use outside data centres',
    ja: 'データセンター以外の民生用',
  },
  repair: { en: 'repair', ja: '修理' },
  'uk-melted-or-smelted-95': {
    en: 'at least 95 % of the metal melted or smelted in the United Kingdom',
    ja: '金属の95%以上が英国で溶解・製錬された品',
  },
  'us-data-centre-use': { en: 'use in US data centres', ja: '米国のデータセンター用' },
  'us-public-sector': { en: 'use by the US public sector', ja: '米国の公共部門用' },
  'us-r-and-d': { en: 'research and development in the US', ja: '米国での研究開発用' },
  'us-startup': { en: 'use by US start-ups', ja: '米国の新興企業用' },
};
const DAY = '(\\d{4}-\\d{2}-\\d{2})';
const DATED = new RegExp(`^(.+?)-(from|until|before)-${DAY}(?:-entered-before-${DAY})?$`);

/** What a condition is called; its own code where nobody named it. */
export function conditionName(code: string): Text {
  const plain = NAMES[code];
  if (plain) return plain;
  const [, name = '', bound, day = '', entered] = DATED.exec(code) ?? [];
  const known = NAMES[name];
  if (!known || bound === undefined) return { en: code, ja: code };
  const on = (text: string, language: 'en' | 'ja'): string => spellDay(parseDay(text), language);
  const within =
    bound === 'from'
      ? { en: `from ${on(day, 'en')}`, ja: `${on(day, 'ja')}以降` }
      : { en: `before ${on(day, 'en')}`, ja: `${on(day, 'ja')}より前` };
  const and =
    entered === undefined
      ? { en: '', ja: '' }
      : { en: `, entered before ${on(entered, 'en')}`, ja: `、${on(entered, 'ja')}より前に輸入` };
  return { en: `${known.en} ${within.en}${and.en}`, ja: `${known.ja}（${within.ja}${and.ja}）` };
}

/** The goods to which a claim of preference is limited: `auto-parts-not-kits`. */
const LIMITS: Readonly<Record<string, Text>> = {
  'auto-parts-not-kits': { en: 'automobile parts that are no kits', ja: '組立キットでない自動車部品' },
  'truck-parts-not-kits': { en: 'truck parts that are no kits', ja: '組立キットでないトラック部品' },
  textiles: { en: 'textiles', ja: '繊維' },
};
export const limitName = (code: string): Text => LIMITS[code] ?? { en: code, ja: code };
