import { expect, it } from 'vitest';
import { compiledMessages } from '@/language/compiled-messages';
import { translator } from '@/language/translator';
import messages from '@/messages/ja.json';
import type { RowReading } from '@/timeline/reading-list';
import { rowCells } from './row-cells';

const t = translator('ja', compiledMessages(messages));
const rate = (ratePercent: number, rateBasis: 'ADDITIONAL' | 'INCLUSIVE'): RowReading => ({
  status: 'IN_FORCE',
  modality: 'FACT',
  certainty: 'CERTAIN',
  projected: false,
  value: { kind: 'RATE', ratePercent, rateBasis },
  validFrom: '2025-08-07',
  validUntil: null,
  retroactiveDays: null,
});
const beside = (then: RowReading, now: RowReading): string[] => {
  const { value, actual } = rowCells(then, now, 'ja', t);
  return [value, actual];
};

it('Japan on 20 August 2025: 15 % on top as known five days later, 15 % with MFN in it today, are told apart', () => {
  expect(beside(rate(15, 'ADDITIONAL'), rate(15, 'INCLUSIVE'))).toEqual(['15%（上乗せ）', '15%（MFN込み）']);
});

it('says the number alone where the numbers differ or nothing does', () => {
  expect(beside(rate(24, 'ADDITIONAL'), rate(10, 'ADDITIONAL'))).toEqual(['24%', '▼ 10%']);
  expect(beside(rate(15, 'ADDITIONAL'), rate(15, 'ADDITIONAL'))).toEqual(['15%', '15%']);
});
