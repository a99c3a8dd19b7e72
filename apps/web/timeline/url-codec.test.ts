import { parseDay } from '@policy-timeline/domain';
import { describe, expect, it } from 'vitest';
import { readQuery, splitFilter, writeQuery } from './url-codec';

const read = (query: string) => readQuery(new URLSearchParams(query));

describe('the address', () => {
  it('reads day, knowledge, filter, selection and position', () => {
    expect(read('d=2025-08-20&k=2025-08-25&f=JPN,tariff&s=tariff/us/reciprocal/JPN&z=573')).toEqual({
      date: parseDay('2025-08-20'),
      knowledge: { mode: 'fixed', day: parseDay('2025-08-25') },
      pin: null,
      view: 'map',
      window: null,
      filter: ['JPN', 'tariff'],
      selected: 'tariff/us/reciprocal/JPN',
      position: '573',
      unreadable: null,
    });
  });

  it('reads the pin with its knowledge, the view and the window of the rail', () => {
    expect(read('a=2025-08-01~lived&v=series&r=2025-01..2026-12')).toMatchObject({
      pin: { date: parseDay('2025-08-01'), knowledge: { mode: 'lived' } },
      view: 'series',
      window: { from: parseDay('2025-01-01'), until: parseDay('2027-01-01') },
    });
    expect(read('v=globe&r=2026-01..2025-01')).toMatchObject({ view: 'map', window: null });
    expect(read('d=latest')).toMatchObject({ date: 'latest' });
  });

  it('takes hindsight and no day where it says nothing', () => {
    expect(read('')).toMatchObject({
      date: null,
      knowledge: { mode: 'now' },
      filter: [],
      selected: null,
      unreadable: null,
    });
  });

  it('reports a day that does not exist and leaves it out', () => {
    expect(read('d=2025-02-30')).toMatchObject({ date: null, unreadable: '2025-02-30' });
    expect(read('k=yesterday')).toMatchObject({ knowledge: { mode: 'now' }, unreadable: 'yesterday' });
  });

  it('is written so that it reads back the same', () => {
    const place = { date: parseDay('2018-03-21'), knowledge: { mode: 'lived' } as const };
    const written = writeQuery({
      place,
      filter: ['JPN', '鉄鋼 & アルミ'],
      selected: 'indicator/a#b',
      position: '9',
      pin: { date: parseDay('2018-01-01'), knowledge: { mode: 'fixed', day: parseDay('2017-12-01') } },
      view: 'matrix',
      window: { from: parseDay('2017-05-03'), until: parseDay('2019-01-01') },
      locale: 'ja',
    });
    expect(read(written)).toEqual({
      ...place,
      pin: { date: parseDay('2018-01-01'), knowledge: { mode: 'fixed', day: parseDay('2017-12-01') } },
      view: 'matrix',
      window: { from: parseDay('2017-05-03'), until: parseDay('2019-01-01') },
      filter: ['JPN', '鉄鋼 & アルミ'],
      selected: 'indicator/a#b',
      position: '9',
      unreadable: null,
    });
    expect(writeQuery({ place, filter: [], selected: 'tariff/us/base', position: null, locale: 'en' })).toBe(
      '?d=2018-03-21&k=lived&s=tariff/us/base&lang=en',
    );
  });

  it('splits the filter at commas of both languages, once each', () => {
    expect(splitFilter(' JPN、tariff, JPN ,')).toEqual(['JPN', 'tariff']);
  });
});
