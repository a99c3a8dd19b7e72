/** Search ignores case and width: ＮＡＦＴＡ finds NAFTA. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
