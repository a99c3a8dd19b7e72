/** Hiragana lie 0x60 before the katakana of the same sound. */
const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;

/** Search ignores case, width and the two kana: ＮＡＦＴＡ finds NAFTA, ﾌﾞﾗｼﾞﾙ and ぶらじる find ブラジル. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
