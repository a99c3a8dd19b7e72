import type { Text } from '../events/text.js';

/**
 * The product lists that instruments name, as a reader would call them. The code stays the argument of a question
 * (`product: "light-trucks"`); a list that has no name here is told by its code.
 */
const NAMES: Readonly<Record<string, Text>> = {
  '2v-iii-b-particular-articles': {
    en: 'the particular articles of note 2(v)(iii)(b)',
    ja: '注2(v)(iii)(b)の特定の品',
  },
  'aluminium-16c-i': { en: 'aluminium articles of note 16(c)(i)', ja: '注16(c)(i)のアルミ製品' },
  'buses-note-38c': { en: 'buses', ja: 'バス' },
  'che-lie-annex-i': {
    en: 'Annex I for Switzerland and Liechtenstein',
    ja: 'スイス・リヒテンシュタインの附属書I',
  },
  drones: { en: 'drones', ja: '無人航空機（ドローン）' },
  'drones-thermal-imaging-or-43c1': {
    en: 'drones with thermal imaging, and those of note 43(c)(1)',
    ja: '熱画像装置付きのドローンと注43(c)(1)の品',
  },
  'eo14257-annex-ii-2025-09-08': {
    en: 'Annex II of EO 14257 as of 8 September 2025',
    ja: '大統領令14257号の附属書II（2025年9月8日時点）',
  },
  'eo14323-annex-i-as-amended-2025-11-13': {
    en: 'Annex I of EO 14323 as amended on 13 November 2025',
    ja: '大統領令14323号の附属書I（2025年11月13日改正）',
  },
  'eo14360-agricultural-products': {
    en: 'the agricultural products of EO 14360',
    ja: '大統領令14360号の農産物',
  },
  'eu-unavailable-resources-aircraft-generics': {
    en: 'unavailable natural resources, aircraft and generic medicines of the EU',
    ja: 'EUの入手できない天然資源、航空機、後発医薬品',
  },
  'generics-and-other-free-headings-9903.04.61-.65-.69-.70': {
    en: 'generic medicines and the other free headings (9903.04.61–.65, .69, .70)',
    ja: '後発医薬品などの無税の号（9903.04.61〜.65、.69、.70）',
  },
  'intensive-copper-derivatives': { en: 'copper-intensive derivatives', ja: '銅を多く使う派生品' },
  'medium-heavy-trucks-note-38b': { en: 'medium and heavy trucks', ja: '中型・大型トラック' },
  'metals-annex-i-a-note-16c-i-iv': {
    en: 'Annex I-A of the metals proclamation (note 16(c)(i)–(iv))',
    ja: '金属の布告の附属書I-A（注16(c)(i)〜(iv)）',
  },
  'metals-annex-i-a-note-16c-i-v': {
    en: 'Annex I-A of the metals proclamation (note 16(c)(i)–(v))',
    ja: '金属の布告の附属書I-A（注16(c)(i)〜(v)）',
  },
  'metals-annex-i-b-note-16c-vi-vii': {
    en: 'Annex I-B of the metals proclamation (note 16(c)(vi)–(vii))',
    ja: '金属の布告の附属書I-B（注16(c)(vi)〜(vii)）',
  },
  'metals-annex-i-b-note-16c-vi-viii': {
    en: 'Annex I-B of the metals proclamation (note 16(c)(vi)–(viii))',
    ja: '金属の布告の附属書I-B（注16(c)(vi)〜(viii)）',
  },
  'metals-annex-iii-note-16c-ix-x': {
    en: 'Annex III of the metals proclamation (note 16(c)(ix)–(x))',
    ja: '金属の布告の附属書III（注16(c)(ix)〜(x)）',
  },
  'motorcycle-parts-16g': { en: 'motorcycle parts of note 16(g)', ja: '注16(g)の二輪車の部品' },
  'non-patented-pharma': { en: 'pharmaceuticals without a patent', ja: '特許のない医薬品' },
  'note-17b-developing-countries': {
    en: 'the developing countries of note 17(b)',
    ja: '注17(b)の開発途上国',
  },
  'note-18b-developing-countries': {
    en: 'the developing countries of note 18(b)',
    ja: '注18(b)の開発途上国',
  },
  'note-31b': { en: 'the goods of note 31(b)', ja: '注31(b)の品' },
  'note-41c-exempt-countries': { en: 'the exempt countries of note 41(c)', ja: '注41(c)の除外国' },
  'steel-16c-iii': { en: 'steel articles of note 16(c)(iii)', ja: '注16(c)(iii)の鉄鋼製品' },
  'uk-auto-parts-note-33j-and-33q': { en: 'automobile parts of the United Kingdom', ja: '英国の自動車部品' },
  'accompanied-baggage': { en: 'accompanied baggage', ja: '携帯手荷物' },
  'all-goods': { en: 'all goods', ja: '全品目' },
  'auto-parts-note-33g': { en: 'automobile parts', ja: '自動車部品' },
  'canada-energy-and-critical-minerals': {
    en: 'Canadian energy and critical minerals',
    ja: 'カナダ産のエネルギーと重要鉱物',
  },
  'canada338b1-alcohol': { en: 'Canadian alcohol', ja: 'カナダ産の酒類' },
  'canada338b2-dairy': { en: 'Canadian dairy', ja: 'カナダ産の乳製品' },
  'canada338b3-motor-vehicles': { en: 'Canadian motor vehicles', ja: 'カナダ産の自動車' },
  'chapter-98': { en: 'goods entered under chapter 98', ja: '第98類で申告する品' },
  'civil-aircraft-gn6': { en: 'civil aircraft and their parts', ja: '民間航空機とその部品' },
  'country-lists-note-52j': { en: 'the country lists of note 52(j)', ja: '注52(j)の国別の品目' },
  'cspv-cells-over-quota': { en: 'solar cells above the quota', ja: '割当を超える太陽電池セル' },
  'cspv-modules': { en: 'solar modules', ja: '太陽電池モジュール' },
  'derivatives-and-copper': { en: 'derivatives and copper', ja: '派生品と銅' },
  donations: { en: 'donations', ja: '寄付品' },
  'eo14257-annex-ii': { en: 'Annex II of EO 14257', ja: '大統領令14257号の附属書II' },
  'eo14323-annex-i': { en: 'Annex I of EO 14323', ja: '大統領令14323号の附属書I' },
  'informational-materials': { en: 'informational materials', ja: '情報資料（書籍、映像など）' },
  'kitchen-cabinets-vanities-note-37f': {
    en: 'kitchen cabinets and vanities',
    ja: 'キッチンキャビネットと洗面化粧台',
  },
  'large-residential-washers-note-17c': { en: 'large residential washers', ja: '家庭用大型洗濯機' },
  'lean-beef-trimmings': { en: 'lean beef trimmings', ja: '牛赤身のトリミング肉' },
  'light-trucks': { en: 'light trucks', ja: '小型トラック' },
  'metals-annex-ii': { en: 'Annex II of the metals proclamation', ja: '金属の布告の附属書II' },
  'no-metal-articles-9903.82.01': {
    en: 'articles without the metals (9903.82.01)',
    ja: '対象の金属を含まない品（9903.82.01）',
  },
  'note-50a-ii-listed': { en: 'the goods listed in note 50(a)(ii)', ja: '注50(a)(ii)に挙げた品' },
  'note-50a-iii-particular': {
    en: 'the particular goods of note 50(a)(iii)',
    ja: '注50(a)(iii)の特定の品',
  },
  'note-52b-listed': { en: 'the goods listed in note 52(b)', ja: '注52(b)に挙げた品' },
  'note-52c-particular': { en: 'the particular goods of note 52(c)', ja: '注52(c)の特定の品' },
  'passenger-vehicles': { en: 'passenger vehicles', ja: '乗用車' },
  'patented-pharmaceuticals-note-40c': { en: 'patented pharmaceuticals', ja: '特許医薬品' },
  'pharmaceutical-use-note-50a-v': {
    en: 'the goods for pharmaceutical use of note 50(a)(v)',
    ja: '注50(a)(v)の医薬用の品',
  },
  'pharmaceutical-use-note-52e': {
    en: 'the goods for pharmaceutical use of note 52(e)',
    ja: '注52(e)の医薬用の品',
  },
  potash: { en: 'potash', ja: 'カリ肥料' },
  's122-note-2aa-ii-listed': { en: 'the goods listed in note 2(aa)(ii)', ja: '注2(aa)(ii)に挙げた品' },
  's122-note-2aa-iii-particular': {
    en: 'the particular goods of note 2(aa)(iii)',
    ja: '注2(aa)(iii)の特定の品',
  },
  's232-aluminium-articles': { en: 'aluminium articles', ja: 'アルミ製品' },
  's232-aluminium-derivatives': { en: 'aluminium derivatives', ja: 'アルミの派生品' },
  's232-steel-derivatives': { en: 'steel derivatives', ja: '鉄鋼の派生品' },
  's232-steel-mill-articles': { en: 'steel mill articles', ja: '鉄鋼製品' },
  's301-exclusions-9903.88.69-.70': {
    en: 'the section 301 exclusions (9903.88.69, .70)',
    ja: '301条の適用除外（9903.88.69、.70）',
  },
  's301-list-1-note-20b': { en: 'section 301 list 1', ja: '301条のリスト1' },
  's301-list-2-note-20d': { en: 'section 301 list 2', ja: '301条のリスト2' },
  's301-list-3-note-20f': { en: 'section 301 list 3', ja: '301条のリスト3' },
  's301-list-4a-note-20s': { en: 'section 301 list 4A', ja: '301条のリスト4A' },
  's301-list-4b-note-20u': { en: 'section 301 list 4B', ja: '301条のリスト4B' },
  'semi-finished-copper': { en: 'semi-finished copper', ja: '銅の半製品' },
  'semiconductors-note-39b-technical-bands': {
    en: 'semiconductors within the bands of note 39(b)',
    ja: '注39(b)の性能範囲の半導体',
  },
  'softwood-timber-and-lumber-note-37b': { en: 'softwood timber and lumber', ja: '針葉樹の木材' },
  'textiles-apparel': { en: 'textiles and apparel', ja: '繊維と衣類' },
  'transshipped-goods-40pct': { en: 'goods found to be transshipped', ja: '迂回輸送と認定された品' },
  'truck-parts-note-38i': { en: 'truck parts', ja: 'トラック部品' },
  'unmanned-aircraft-note-43': { en: 'unmanned aircraft', ja: '無人航空機' },
  'upholstered-wooden-furniture-note-37d': {
    en: 'upholstered wooden furniture',
    ja: '布張りの木製家具',
  },
  'vehicles-25-years-old': { en: 'vehicles at least 25 years old', ja: '製造から25年以上の車' },
};

const BY_CODE = new Map(Object.entries(NAMES));

/** What a list is called; its own code where nobody named it. */
export const listName = (code: string): Text => BY_CODE.get(code) ?? { en: code, ja: code };

/** Lists one after the other, in both languages. */
export function listNames(codes: readonly string[]): Text {
  const names = codes.map(listName);
  return { en: names.map(({ en }) => en).join(', '), ja: names.map(({ ja }) => ja).join('、') };
}
