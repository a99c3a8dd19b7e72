/** A text in both languages of the record. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}
