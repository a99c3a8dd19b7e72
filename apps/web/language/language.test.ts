import { formatDay, parseDay, readTypedDate } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import { inReading } from './both-readings';
import { compiledMessages } from './compiled-messages';
import { besideDay, columnDate, spellDay, spellPartial } from './format-day';
import { figure, shortValue } from './format-value';
import { localeOf } from './locale';
import { nameSlot } from './name-slot';
import { translator } from './translator';

const t = translator('en', compiledMessages(en));

describe('dates', () => {
  it.each(['2025-08-20', '2025/8/20', '令和7年8月20日', 'R7.8.20', 'Aug 20 2025', '+41d'])(
    '%s is understood as typed',
    (typed) => {
      expect(formatDay(readTypedDate(typed, { current: parseDay('2025-07-10') }))).toBe('2025-08-20');
    },
  );

  it('are spelled as precisely as their source', () => {
    expect(spellPartial('2018-04', 'en')).toBe('April 2018');
    expect(spellPartial('2018-04', 'ja')).toBe('2018年4月');
    expect(spellPartial('2018~', 'en')).toBe('about 2018');
    expect(spellPartial('2018?', 'ja')).toBe('2018年？');
    expect(columnDate('2018-03-21', 'en')).toBe('2018-03-21');
  });

  it('are spelled in both calendars', () => {
    expect(spellDay(parseDay('2025-08-20'), 'en')).toBe('20 August 2025');
    expect(besideDay(parseDay('2025-07-10'), 'ja')).toBe('木曜　令和7年7月10日');
  });
});

it('of two readings of a name the reader sees their own; one alone stays', () => {
  const author = '今村卓 (Takashi Imamura), 丸紅経済研究所長';
  expect(inReading(author, 'ja')).toBe('今村卓、丸紅経済研究所長');
  expect(inReading(author, 'en')).toBe('Takashi Imamura, 丸紅経済研究所長');
  expect(inReading('掲載元の記載なし (publisher not named)', 'en')).toBe('publisher not named');
  expect(inReading('ITI, 季刊 国際貿易と投資', 'en')).toBe('ITI, 季刊 国際貿易と投資');
});

describe('values', () => {
  it('say what a figure counts', () => {
    expect(shortValue({ kind: 'RATE', ratePercent: 24, rateBasis: 'TOTAL' }, 'en', t)).toBe('24%');
    expect(shortValue({ kind: 'RATE', ratePercent: 50, rateBasis: 'TOTAL', upTo: true }, 'en', t)).toBe(
      'up to 50%',
    );
    expect(shortValue({ kind: 'QUANTITY', amount: -68468.2, unit: 'usdMillion' }, 'en', t)).toBe(
      '$−68,468.2 m',
    );
    expect(shortValue({ kind: 'FLAG' }, 'en', t)).toBeNull();
    expect(figure(1234567)).toBe('1,234,567');
  });
});

describe('names', () => {
  const japan = [{ id: 'JPN', name: { en: 'Japan', ja: '日本' } }];
  it('put whom it concerns first', () => {
    expect(
      nameSlot(
        {
          title: { en: 'US reciprocal tariff · Japan', ja: '米国の相互関税・日本' },
          attribute: null,
          partners: japan,
        },
        'ja',
        t,
      ),
    ).toEqual({ who: '日本', what: '米国の相互関税' });
  });
  it('keep a name that holds a middle dot whole', () => {
    const bosnia = [{ id: 'BIH', name: { en: 'Bosnia and Herzegovina', ja: 'ボスニア・ヘルツェゴビナ' } }];
    expect(
      nameSlot(
        {
          title: { en: '', ja: '米国の相互関税・ボスニア・ヘルツェゴビナ' },
          attribute: null,
          partners: bosnia,
        },
        'ja',
        t,
      ).who,
    ).toBe('ボスニア・ヘルツェゴビナ');
  });
});

describe('language of a request', () => {
  it('is that of the address, the cookie, or what the browser prefers', () => {
    expect(localeOf('en', 'ja', 'ja')).toBe('en');
    expect(localeOf(null, 'ja', 'en')).toBe('ja');
    expect(localeOf('de', null, 'ja,en;q=0.8')).toBe('ja');
    expect(localeOf(null, null, 'en-US,ja;q=0.5')).toBe('en');
    expect(localeOf(null, null, null)).toBe('en');
  });
});
