import { describe, expect, it } from 'vitest';
import type { Track } from '../events/envelope.js';
import type { LogEvent } from '../events/record-event.js';
import type { Value } from '../events/value.js';
import {
  amended,
  attested,
  corrected,
  covered,
  ended,
  log,
  on,
  ordered,
  paused,
  percent,
  RECIPROCAL_JAPAN,
  retracted,
  revoked,
  threatened,
  voided,
  words,
} from '../testing/index.js';
import { diff } from './diff.js';
import type { Reading } from './lens.js';
import { reasonsOf } from './reasons.js';
import { Timeline } from './timeline.js';
import { viewOf } from './view.js';

interface Asked {
  readonly slot?: string;
  readonly reading?: Reading;
  readonly track?: Track;
}

/** A record that is complete for years to come, so that a plan that fell due counts as carried out. */
const record = (...events: readonly LogEvent[]): Timeline =>
  Timeline.of(log(covered('2030'), covered('2030', { topic: 'bodies' }), ...events));

/** `25 % IN_FORCE`, `— ENDED`, `member IN_FORCE POSSIBLE`: what a slot says on a day, as known on another. */
function says(
  timeline: Timeline,
  date: string,
  knownAt: string,
  { slot = RECIPROCAL_JAPAN, reading, track }: Asked = {},
): string {
  const { value, status, certainty } = timeline.read(
    slot,
    viewOf({ date: on(date), knownAt: on(knownAt), reading, track }),
  );
  return `${textOf(value)} ${status}${certainty === 'POSSIBLE' ? ' POSSIBLE' : ''}`;
}

function textOf(value: Value | null): string {
  if (value === null) return '—';
  switch (value.kind) {
    case 'RATE':
      return `${value.ratePercent} %`;
    case 'TEXT':
      return value.text.en;
    case 'FLAG':
      return 'member';
    case 'QUANTITY':
      return `${value.amount} ${value.unit}`;
    default:
      return value.kind;
  }
}

const base = ordered('25 %', { id: 'the order', from: '2025-04-02', known: '2025-04-02' });
const pause = paused({
  id: 'the pause',
  rate: '10 %',
  from: '2025-04-09',
  until: '2025-07-08',
  known: '2025-04-09',
});

describe('the worked cases of semantics §4', () => {
  it('25 % from 2 Apr; pause 9 Apr–8 Jul: pause inside, 25 % again from 8 Jul', () => {
    const timeline = record(base, pause);
    const k = '2025-07-10';
    expect(says(timeline, '2025-04-01', k)).toBe('25 % SCHEDULED');
    expect(says(timeline, '2025-04-02', k)).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-04-08', k)).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-04-09', k)).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-07-07', k)).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-07-08', k)).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-05-01', '2025-04-08')).toBe('25 % IN_FORCE');
  });

  it('the same + 30 % from 14 May, known 12 May: 30 % from 14 May on, also after 8 Jul', () => {
    const timeline = record(base, pause, ordered('30 %', { from: '2025-05-14', known: '2025-05-12' }));
    expect(says(timeline, '2025-05-13', '2025-05-12')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-05-14', '2025-05-12')).toBe('30 % IN_FORCE');
    expect(says(timeline, '2025-07-07', '2025-05-12')).toBe('30 % IN_FORCE');
    expect(says(timeline, '2025-07-09', '2025-05-12')).toBe('30 % IN_FORCE');
    expect(says(timeline, '2025-05-20', '2025-05-11')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-07-09', '2025-05-11')).toBe('25 % IN_FORCE');
  });

  it('the first + learned 20 Apr that the base was 26 % from 2 Apr: the pause still wins inside, 26 % around it, 25 % when k < 20 Apr', () => {
    const timeline = record(base, pause, ordered('26 %', { from: '2025-04-02', known: '2025-04-20' }));
    expect(says(timeline, '2025-04-05', '2025-04-20')).toBe('26 % IN_FORCE');
    expect(says(timeline, '2025-05-05', '2025-04-20')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-07-08', '2025-04-20')).toBe('26 % IN_FORCE');
    expect(says(timeline, '2025-04-05', '2025-04-19')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-07-08', '2025-04-19')).toBe('25 % IN_FORCE');
  });

  it('a step announced before the pause lets the pause show again', () => {
    const timeline = record(base, ordered('30 %', { from: '2025-05-14', known: '2025-04-03' }), pause);
    expect(says(timeline, '2025-06-01', '2025-05-20')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-07-08', '2025-05-20')).toBe('30 % IN_FORCE');
  });

  it('ruling of 2020 that all 2018 was X: X for 2018 when k ≥ 2020, the old steps before', () => {
    const timeline = record(
      ordered('5 %', { from: '2016-03-01' }),
      ordered('7.5 %', { from: '2018-07-06' }),
      ordered('3 %', { id: 'the ruling', from: '2018-01-01', until: '2019-01-01', known: '2020-03-10' }),
    );
    expect(says(timeline, '2018-02-01', '2020-03-09')).toBe('5 % IN_FORCE');
    expect(says(timeline, '2018-08-01', '2020-03-09')).toBe('7.5 % IN_FORCE');
    expect(says(timeline, '2017-12-31', '2020-03-10')).toBe('5 % IN_FORCE');
    expect(says(timeline, '2018-01-01', '2020-03-10')).toBe('3 % IN_FORCE');
    expect(says(timeline, '2018-12-31', '2020-03-10')).toBe('3 % IN_FORCE');
    expect(says(timeline, '2019-01-01', '2020-03-10')).toBe('7.5 % IN_FORCE');
    expect(timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2018-06-01') })).retroactiveDays).toBe(
      on('2020-03-10') - on('2018-01-01'),
    );
  });

  describe('an office changes hands', () => {
    const slot = 'office/us/secretary-of-state';
    const blinken = ordered(words('Blinken'), { id: 'A', slot, from: '2021-01-26' });
    const rubio = ordered(words('Rubio'), { id: 'B', slot, from: '2025-01-20', known: '2024-11-13' });

    it('A ends 20 Jan (known 20 Jan), B from 20 Jan (known Nov): B from 20 Jan for every k ≥ Nov', () => {
      const timeline = record(blinken, rubio, ended({ slot, from: '2025-01-20', known: '2025-01-20' }));
      for (const k of ['2024-11-13', '2024-12-31', '2025-01-19', '2025-01-20', '2026-01-01']) {
        expect(says(timeline, '2025-01-19', k, { slot })).toBe('Blinken IN_FORCE');
        expect(says(timeline, '2025-01-20', k, { slot })).toBe('Rubio IN_FORCE');
        expect(says(timeline, '2025-06-01', k, { slot })).toBe('Rubio IN_FORCE');
      }
      expect(says(timeline, '2025-01-20', '2024-11-12', { slot })).toBe('Blinken IN_FORCE');
    });

    it('A and B both from 20 Jan, then A is ended on 20 Jan (end, target A): B', () => {
      const acting = ordered(words('Vought'), {
        id: 'A',
        slot,
        from: '2025-01-20',
        known: '2025-01-20',
        source: 'OFFICIAL',
      });
      const other = ordered(words('Rubio'), { id: 'B', slot, from: '2025-01-20', known: '2025-01-19' });
      const timeline = record(
        other,
        acting,
        ended({ slot, target: acting, from: '2025-01-20', known: '2025-01-21' }),
      );
      expect(says(timeline, '2025-01-20', '2025-01-20', { slot })).toBe('Vought IN_FORCE');
      expect(says(timeline, '2025-01-20', '2025-01-21', { slot })).toBe('Rubio IN_FORCE');
      expect(says(timeline, '2025-02-20', '2025-01-21', { slot })).toBe('Rubio IN_FORCE');
    });
  });

  it('found in 2026: Z from 2010: Z only until the next known step', () => {
    const timeline = record(
      ordered('5 %', { from: '2017-03-01' }),
      ordered('2 %', { id: 'Z', from: '2010-01-01', known: '2026-02-01' }),
    );
    expect(says(timeline, '2009-12-31', '2026-02-01')).toBe('2 % SCHEDULED');
    expect(says(timeline, '2010-01-01', '2026-02-01')).toBe('2 % IN_FORCE');
    expect(says(timeline, '2017-02-28', '2026-02-01')).toBe('2 % IN_FORCE');
    expect(says(timeline, '2017-03-01', '2026-02-01')).toBe('5 % IN_FORCE');
    expect(says(timeline, '2026-03-01', '2026-02-01')).toBe('5 % IN_FORCE');
    expect(says(timeline, '2012-01-01', '2026-01-31')).toBe('5 % SCHEDULED');
  });

  it('starts 19 Aug (known 20 Jul), amended on 15 Aug to start 22 Aug: nothing on 20 Aug when k ≥ 15 Aug; in force on 20 Aug when k < 15 Aug, and shown as a plan that moved', () => {
    const order = ordered('35 %', { id: 'the order', from: '2025-08-19', known: '2025-07-20' });
    const timeline = record(order, amended(order, { from: '2025-08-22', known: '2025-08-15' }));
    expect(says(timeline, '2025-08-20', '2025-08-14')).toBe('35 % IN_FORCE');
    expect(says(timeline, '2025-08-20', '2025-08-15')).toBe('35 % SCHEDULED');
    expect(says(timeline, '2025-08-21', '2025-09-01')).toBe('35 % SCHEDULED');
    expect(says(timeline, '2025-08-22', '2025-08-15')).toBe('35 % IN_FORCE');
    const view = (knownAt: string) => ({
      timeline,
      view: viewOf({ date: on('2025-08-12'), knownAt: on(knownAt) }),
    });
    const moved = diff(view('2025-08-12'), view('2025-08-15'));
    expect(moved.map(({ before, after }) => [before?.validFrom, after?.validFrom])).toEqual([
      ['2025-08-19', '2025-08-22'],
    ]);
    expect(moved.map(({ kind }) => kind)).toEqual(['PLAN']);
  });

  it('from 10th, open; known later: it ends on the 20th: nothing on the 25th, still open when asked with the earlier k', () => {
    const timeline = record(
      ordered('15 %', { from: '2025-06-10' }),
      ended({ from: '2025-06-20', known: '2025-06-18' }),
    );
    expect(says(timeline, '2025-06-19', '2025-06-18')).toBe('15 % IN_FORCE');
    expect(says(timeline, '2025-06-20', '2025-06-18')).toBe('— ENDED');
    expect(says(timeline, '2025-06-25', '2025-06-18')).toBe('— ENDED');
    expect(says(timeline, '2025-06-25', '2025-06-17')).toBe('15 % IN_FORCE');
  });

  it('a paper tells of an act from 18 Mar; the official record of the same fact says 19 Mar: nothing on 18 Mar, for every k, with the paper in conflicts', () => {
    const paper = ordered('25 %', {
      id: 'the paper',
      from: '2025-03-18',
      known: '2025-03-10',
      source: 'PAPER',
      fact: 'steel',
    });
    const official = ordered('25 %', {
      id: 'the record',
      from: '2025-03-19',
      known: '2025-03-17',
      fact: 'steel',
    });
    for (const timeline of [record(paper, official), record(official, paper)]) {
      for (const k of ['2025-03-09', '2025-03-10', '2025-03-17', '2025-03-18', '2026-01-01']) {
        expect(says(timeline, '2025-03-18', k)).not.toContain('IN_FORCE POSSIBLE');
        expect(says(timeline, '2025-03-18', k)).toBe(k < '2025-03-17' ? '— NOT_IN_FORCE' : '25 % SCHEDULED');
      }
      expect(says(timeline, '2025-03-19', '2025-03-17')).toBe('25 % IN_FORCE');
      expect(
        reasonsOf(timeline, RECIPROCAL_JAPAN, viewOf({ date: on('2025-03-18'), knownAt: on('2025-03-18') }))
          .conflicts,
      ).toEqual(['the paper']);
    }
  });

  it('24 % from "April" (known 2 Apr); paused from "April" (known "April") until 9 Jul: paused on 8 Jul, 24 % on 10 Jul; on 8 Jul 24 % when k = 2 Apr', () => {
    const timeline = record(
      ordered('24 %', { from: '2025-04', known: '2025-04-02' }),
      paused({ rate: '10 %', from: '2025-04', until: '2025-07-09', known: '2025-04' }),
    );
    expect(says(timeline, '2025-07-08', '2025-07-20')).toMatch(/^10 % SUSPENDED/);
    expect(says(timeline, '2025-07-10', '2025-07-20')).toMatch(/^24 % IN_FORCE/);
    expect(says(timeline, '2025-07-08', '2025-04-02')).toMatch(/^24 % IN_FORCE/);
    expect(says(timeline, '2025-07-08', '2025-04-29')).toMatch(/^24 % IN_FORCE/);
    expect(says(timeline, '2025-07-08', '2025-04-30')).toMatch(/^10 % SUSPENDED/);
  });

  it('the pause until 8 Jul is extended to 1 Aug (amend, known 7 Jul): paused on 10 Jul when k ≥ 7 Jul, 25 % when k < 7 Jul', () => {
    const timeline = record(
      base,
      pause,
      amended(pause, { id: 'the extension', until: '2025-08-01', known: '2025-07-07' }),
    );
    expect(says(timeline, '2025-07-10', '2025-07-06')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-07-10', '2025-07-07')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-07-31', '2025-07-07')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-08-01', '2025-07-07')).toBe('25 % IN_FORCE');
  });

  it('25 % from July announced in January; in March 10 % from April "until further notice": 10 % in May, 25 % from July', () => {
    const timeline = record(
      ordered('25 %', { from: '2025-07-01', known: '2025-01-15' }),
      ordered('10 %', { from: '2025-04-01', known: '2025-03-10' }),
    );
    expect(says(timeline, '2025-05-01', '2025-03-10')).toBe('10 % IN_FORCE');
    expect(says(timeline, '2025-06-30', '2025-05-01')).toBe('10 % IN_FORCE');
    expect(says(timeline, '2025-07-01', '2025-03-10')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-05-01', '2025-03-09')).toBe('25 % SCHEDULED');
  });
});

describe('amendments', () => {
  const order = ordered('35 %', { id: 'the order', from: '2025-08-01', known: '2025-07-10' });
  const first = amended(order, { id: 'postponed', from: '2025-08-07', known: '2025-07-31' });

  it('postponed twice: the first start never comes back', () => {
    const timeline = record(
      order,
      first,
      amended(first, { id: 'postponed again', from: '2025-09-01', known: '2025-08-05' }),
    );
    expect(says(timeline, '2025-08-03', '2025-08-05')).toBe('35 % SCHEDULED');
    expect(says(timeline, '2025-08-10', '2025-08-04')).toBe('35 % IN_FORCE');
    expect(says(timeline, '2025-08-10', '2025-08-05')).toBe('35 % SCHEDULED');
    expect(says(timeline, '2025-09-01', '2025-08-05')).toBe('35 % IN_FORCE');
  });

  it('a revoked amendment gives back what it had moved', () => {
    const timeline = record(order, first, revoked(first, { known: '2025-08-02' }));
    expect(says(timeline, '2025-08-03', '2025-08-01')).toBe('35 % SCHEDULED');
    expect(says(timeline, '2025-08-03', '2025-08-02')).toBe('35 % IN_FORCE');
    expect(timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2025-08-10') })).decidedBy).toBe('the order');
  });

  it('a revoked revocation of it moves the plan again', () => {
    const undone = revoked(first, { id: 'stay', known: '2025-08-02' });
    const timeline = record(order, first, undone, revoked(undone, { known: '2025-08-04' }));
    expect(says(timeline, '2025-08-05', '2025-08-03')).toBe('35 % IN_FORCE');
    expect(says(timeline, '2025-08-05', '2025-08-04')).toBe('35 % SCHEDULED');
    expect(timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2025-08-10') })).decidedBy).toBe('postponed');
  });

  it('brought forward and re-rated before it began', () => {
    const timeline = record(order, amended(order, { from: '2025-07-20', rate: '30 %', known: '2025-07-15' }));
    expect(says(timeline, '2025-07-25', '2025-07-14')).toBe('35 % SCHEDULED');
    expect(says(timeline, '2025-07-25', '2025-07-15')).toBe('30 % IN_FORCE');
    expect(says(timeline, '2025-08-05', '2025-07-15')).toBe('30 % IN_FORCE');
  });

  it('an extension asserts only the added stretch: the pause itself still decides its own days', () => {
    const timeline = record(
      base,
      pause,
      amended(pause, { id: 'the extension', until: '2025-08-01', known: '2025-07-07' }),
    );
    const decidedBy = (date: string) => timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on(date) })).decidedBy;
    expect(['2025-07-07', '2025-07-08', '2025-07-31', '2025-08-01'].map(decidedBy)).toEqual([
      'the pause',
      'the extension',
      'the extension',
      'the order',
    ]);
  });

  it('an extension that repeats the rate it leaves unchanged is an extension still', () => {
    const timeline = record(
      base,
      pause,
      amended(pause, { id: 'the extension', until: '2025-08-01', rate: '10 %', known: '2025-07-07' }),
    );
    expect(timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2025-07-07') })).decidedBy).toBe('the pause');
    expect(says(timeline, '2025-07-31', '2025-07-07')).toBe('10 % SUSPENDED');
  });

  it('a shortening revokes only the cut stretch', () => {
    const timeline = record(base, pause, amended(pause, { until: '2025-06-01', known: '2025-05-20' }));
    expect(says(timeline, '2025-06-15', '2025-05-19')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-05-31', '2025-05-20')).toBe('10 % SUSPENDED');
    expect(says(timeline, '2025-06-01', '2025-05-20')).toBe('25 % IN_FORCE');
    expect(timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2025-05-31') })).decidedBy).toBe('the pause');
  });

  it('re-rated after it began: what has passed stays said', () => {
    const timeline = record(base, amended(base, { from: '2025-06-04', rate: '50 %', known: '2025-06-03' }));
    expect(says(timeline, '2025-06-03', '2025-06-04')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-06-04', '2025-06-04')).toBe('50 % IN_FORCE');
    expect(says(timeline, '2025-06-04', '2025-06-02')).toBe('25 % IN_FORCE');
  });

  it('holds when a better account of its target is recorded after it', () => {
    const paper = ordered('35 %', {
      id: 'the paper',
      from: '2025-08-01',
      known: '2025-07-10',
      source: 'PAPER',
      fact: 'canada',
    });
    const official = ordered('35 %', {
      id: 'the record',
      from: '2025-08-01',
      known: '2025-07-10',
      fact: 'canada',
    });
    const timeline = record(paper, amended(paper, { from: '2025-08-07', known: '2025-07-31' }), official);
    expect(says(timeline, '2025-08-03', '2025-08-01')).toBe('35 % SCHEDULED');
    expect(says(timeline, '2025-08-07', '2025-08-01')).toBe('35 % IN_FORCE');
  });

  it('an end that is brought forward still aims at its target', () => {
    const other = ordered('20 %', { id: 'B', from: '2025-04-02', known: '2025-04-01' });
    const end = ended({ id: 'the end', target: base, from: '2025-06-01', known: '2025-04-03' });
    const timeline = record(other, base, end, amended(end, { from: '2025-04-02', known: '2025-04-10' }));
    expect(says(timeline, '2025-04-20', '2025-04-09')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-04-20', '2025-04-10')).toBe('20 % IN_FORCE');
  });

  it('an end that is put off, its month alone known, does not rewrite what has passed', () => {
    const end = ended({ id: 'the end', from: '2025-06-10', known: '2025-06-01' });
    const timeline = record(base, end, amended(end, { from: '2025-06', known: '2025-06-20' }));
    expect(says(timeline, '2025-06-15', '2025-06-20')).toMatch(/^— ENDED/);
    expect(says(timeline, '2025-07-01', '2025-06-20')).toBe('— ENDED');
  });
});

describe('the statuses of semantics §5, each reached by a story', () => {
  it('SCHEDULED before the start, IN_FORCE from it, ENDED by an end', () => {
    const timeline = record(
      ordered('15 %', { from: '2025-08-07', known: '2025-07-31' }),
      ended({ from: '2025-10-01', known: '2025-09-20' }),
    );
    expect(says(timeline, '2025-08-06', '2025-09-20')).toBe('15 % SCHEDULED');
    expect(says(timeline, '2025-08-07', '2025-09-20')).toBe('15 % IN_FORCE');
    expect(says(timeline, '2025-10-01', '2025-09-20')).toBe('— ENDED');
    expect(says(timeline, '2025-08-07', '2025-07-30')).toBe('— NOT_IN_FORCE');
  });

  it('SUSPENDED: the value is what applies meanwhile', () => {
    expect(says(record(base, pause), '2025-05-01', '2025-05-01')).toBe('10 % SUSPENDED');
  });

  it('EXPIRED: the range ran out, nothing beneath', () => {
    expect(
      says(record(ordered('10 %', { from: '2026-02-24', until: '2026-07-24' })), '2026-07-24', '2026-08-01'),
    ).toBe('— EXPIRED');
  });

  it('SUPERSEDED: the end names a successor', () => {
    const usmca = ordered('0 %', { id: 'usmca', slot: 'agreement/usmca', from: '2020-07-01' });
    const slot = 'agreement/nafta';
    const timeline = record(
      ordered('0 %', { slot, from: '1994-01-01' }),
      usmca,
      ended({ slot, from: '2020-07-01', known: '2020-04-24', successor: usmca }),
    );
    expect(says(timeline, '2020-06-30', '2020-07-01', { slot })).toBe('0 % IN_FORCE');
    expect(says(timeline, '2020-07-01', '2020-07-01', { slot })).toBe('— SUPERSEDED');
  });

  it('NEVER_TOOK_EFFECT: planned at an earlier k, revoked before it began', () => {
    const order = ordered('5 %', { id: 'mexico', from: '2019-06-10', known: '2019-05-30' });
    const timeline = record(order, revoked(order, { known: '2019-06-07' }));
    expect(says(timeline, '2019-06-12', '2019-06-06')).toBe('5 % IN_FORCE');
    expect(says(timeline, '2019-06-12', '2019-06-07')).toBe('5 % NEVER_TOOK_EFFECT');
    expect(timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2019-06-12') })).decidedBy).toBe(
      'revoked mexico from 2019-06-07 known 2019-06-07',
    );
  });

  it('ENDED by a revocation from a day on; before it the target held', () => {
    const timeline = record(base, revoked(base, { from: '2026-02-20', known: '2026-02-20' }));
    expect(says(timeline, '2026-02-19', '2026-02-20')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2026-02-20', '2026-02-20')).toBe('— ENDED');
  });

  it('DATE_OPEN as the newest act has it that gives no day', () => {
    const timeline = record(
      ordered('10 %', { id: 'first', from: null, known: '2025-05-01', dateOpen: true }),
      ordered('25 %', { id: 'second', from: null, known: '2025-05-08', dateOpen: true }),
    );
    const asOf = (known: string) =>
      timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2025-06-01'), knownAt: on(known) }));
    expect(asOf('2025-05-07')).toMatchObject({ status: 'DATE_OPEN', decidedBy: 'first' });
    expect(asOf('2025-05-08')).toMatchObject({ status: 'DATE_OPEN', decidedBy: 'second' });
  });

  it('ENDED by what ended last: a repeal that a later one brought forward is not what ended it', () => {
    const first = ordered('10 %', { id: 'first', from: '2025-02-04' });
    const second = ordered('25 %', { id: 'second', from: '2025-03-04' });
    const timeline = record(
      first,
      second,
      revoked(first, { id: 'repeal', from: '2025-08-01', known: '2025-06-01' }),
      revoked(first, { id: 'earlier repeal', from: '2025-05-01', known: '2025-06-15' }),
      revoked(second, { id: 'end', from: '2025-07-01', known: '2025-06-20' }),
    );
    const view = viewOf({ date: on('2025-09-01'), knownAt: on('2025-09-01') });
    expect(timeline.read(RECIPROCAL_JAPAN, view)).toMatchObject({ status: 'ENDED', decidedBy: 'end' });
  });

  it('NOT_IN_FORCE: retracted, the world now holds it never was so', () => {
    const timeline = record(
      base,
      retracted({ from: '2025-04-02', until: '2025-05-01', known: '2025-06-01' }),
    );
    expect(says(timeline, '2025-04-20', '2025-05-31')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-04-20', '2025-06-01')).toBe('— NOT_IN_FORCE');
    expect(says(timeline, '2025-05-01', '2025-06-01')).toBe('25 % IN_FORCE');
  });

  it('DATE_OPEN: the act is listed, but never in force', () => {
    const timeline = record(
      ordered('100 %', { id: 'films', from: null, known: '2025-09-29', dateOpen: true }),
    );
    for (const date of ['2025-09-01', '2025-09-29', '2030-01-01'])
      expect(says(timeline, date, '2025-10-01')).toBe('100 % DATE_OPEN');
    expect(says(timeline, '2025-10-01', '2025-09-28')).toBe('— NOT_IN_FORCE');
  });

  it('THREATENED and PROPOSED: nothing firmer is known, and neither ever holds', () => {
    const threat = threatened('200 %', { from: '2025-04-02', known: '2025-03-13' });
    const timeline = record(threat);
    expect(says(timeline, '2025-03-20', '2025-03-20')).toBe('200 % THREATENED');
    expect(says(timeline, '2025-05-01', '2025-05-01')).toBe('200 % THREATENED');
    expect(says(record(threat, ordered('20 %', { from: '2025-04-09' })), '2025-04-20', '2025-05-01')).toBe(
      '20 % IN_FORCE',
    );
    expect(
      says(
        record(ordered('50 %', { from: '2025-08-01', known: '2025-07-09', modality: 'PROPOSED' })),
        '2025-07-20',
        '2025-07-20',
      ),
    ).toBe('50 % PROPOSED');
  });

  it('a plan neither revokes nor ends what is a fact', () => {
    const timeline = record(
      base,
      revoked(base, { known: '2025-05-01', modality: 'PLANNED' }),
      ended({ from: '2025-06-01', known: '2025-05-01', modality: 'PROPOSED' }),
    );
    expect(says(timeline, '2025-07-01', '2025-07-01')).toBe('25 % IN_FORCE');
  });

  it('projected: beyond what was known or covered it is the plan, not what happened', () => {
    const timeline = Timeline.of(log(covered('2025-06-30'), base, pause));
    const projected = (date: string, knownAt: string) =>
      timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on(date), knownAt: on(knownAt) })).projected;
    expect(projected('2025-05-30', '2025-05-30')).toBe(false);
    expect(projected('2025-05-31', '2025-05-30')).toBe(true);
    expect(projected('2025-06-30', '2025-12-31')).toBe(false);
    expect(projected('2025-07-01', '2025-12-31')).toBe(true);
  });

  it('UNKNOWN: the pause fell due after the coverage ended, on or before v and k, and nobody recorded what became of it', () => {
    const timeline = Timeline.of(log(covered('2025-06-30'), base, pause));
    expect(says(timeline, '2025-07-20', '2025-06-15')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-07-20', '2025-07-07')).toBe('25 % IN_FORCE');
    expect(says(timeline, '2025-07-20', '2025-07-08')).toBe('25 % UNKNOWN');
    expect(says(timeline, '2025-07-07', '2025-07-20')).toBe('10 % SUSPENDED');
    expect(says(Timeline.of(log(covered('2025-07-08'), base, pause)), '2025-07-20', '2025-07-20')).toBe(
      '25 % IN_FORCE',
    );
    expect(timeline.read(RECIPROCAL_JAPAN, viewOf({ date: on('2025-07-20') })).coveredThrough).toBe(
      on('2025-06-30'),
    );
  });

  it('tracks: the duty ended in law on 20 Feb 2026, its collection on 24 Feb', () => {
    const timeline = record(
      base,
      ended({ from: '2026-02-20', track: 'LEGAL' }),
      ended({ from: '2026-02-24', known: '2026-02-22', track: 'COLLECTED' }),
    );
    expect(says(timeline, '2026-02-21', '2026-03-01')).toBe('— ENDED');
    expect(says(timeline, '2026-02-21', '2026-03-01', { track: 'COLLECTED' })).toBe('25 % IN_FORCE');
    expect(says(timeline, '2026-02-24', '2026-03-01', { track: 'COLLECTED' })).toBe('— ENDED');
  });
});

describe('imprecise and unstated days', () => {
  it('POSSIBLE inside the month of a start or an end, CERTAIN elsewhere', () => {
    const timeline = record(ordered('24 %', { from: '2025-04', until: '2025-07', known: '2025-03-01' }));
    expect(says(timeline, '2025-03-31', '2025-09-01')).toBe('24 % SCHEDULED');
    expect(says(timeline, '2025-04-01', '2025-09-01')).toBe('24 % IN_FORCE POSSIBLE');
    expect(says(timeline, '2025-04-29', '2025-09-01')).toBe('24 % IN_FORCE POSSIBLE');
    expect(says(timeline, '2025-04-30', '2025-09-01')).toBe('24 % IN_FORCE');
    expect(says(timeline, '2025-06-30', '2025-09-01')).toBe('24 % IN_FORCE');
    expect(says(timeline, '2025-07-01', '2025-09-01')).toBe('24 % IN_FORCE POSSIBLE');
    expect(says(timeline, '2025-07-31', '2025-09-01')).toBe('24 % IN_FORCE POSSIBLE');
    expect(says(timeline, '2025-08-01', '2025-09-01')).toBe('— EXPIRED');
  });

  it('CERTAIN takes the start at its latest and the end at its earliest, POSSIBLE the other way round', () => {
    const timeline = record(ordered('24 %', { from: '2025-04', until: '2025-07', known: '2025-03-01' }));
    const holdsOn = (date: string, reading: Reading) =>
      says(timeline, date, '2025-09-01', { reading }).startsWith('24 % IN_FORCE');
    const days = [
      '2025-04-01',
      '2025-04-29',
      '2025-04-30',
      '2025-06-30',
      '2025-07-01',
      '2025-07-31',
      '2025-08-01',
    ];
    expect(days.map((day) => holdsOn(day, 'CERTAIN'))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(days.map((day) => holdsOn(day, 'POSSIBLE'))).toEqual([true, true, true, true, true, true, false]);
  });

  it('a known month counts from its last day', () => {
    const timeline = record(ordered('24 %', { from: '2025-04-02', known: '2025-04' }));
    expect(says(timeline, '2025-04-10', '2025-04-29')).toMatch(/NOT_IN_FORCE/);
    expect(says(timeline, '2025-04-10', '2025-04-30')).toBe('24 % IN_FORCE');
    expect(says(timeline, '2025-04-10', '2025-04-02', { reading: 'POSSIBLE' })).toMatch(/^24 % IN_FORCE/);
  });

  it('an unstated start: POSSIBLE between the founding and the day by which it must have begun, CERTAIN after', () => {
    const slot = 'membership/alba/HND';
    const timeline = record(
      attested(slot, {
        from: { date: null, earliest: '2004-12-14', latest: '2010-06-30' },
        known: '2010-06-30',
      }),
    );
    expect(says(timeline, '2004-12-13', '2011-01-01', { slot })).toMatch(/^member SCHEDULED/);
    expect(says(timeline, '2004-12-14', '2011-01-01', { slot })).toBe('member IN_FORCE POSSIBLE');
    expect(says(timeline, '2010-06-29', '2011-01-01', { slot })).toBe('member IN_FORCE POSSIBLE');
    expect(says(timeline, '2010-06-30', '2011-01-01', { slot })).toBe('member IN_FORCE');
    expect(says(timeline, '2009-01-01', '2011-01-01', { slot, reading: 'CERTAIN' })).not.toContain(
      'IN_FORCE',
    );
    expect(timeline.read(slot, viewOf({ date: on('2010-07-01') })).validFrom).toBeNull();
  });

  it('DOCUMENTED counts as known from the earlier of its effective day and its source; reading: CERTAIN waits for the documentation', () => {
    const slot = 'membership/alba/HND';
    const joined = attested(slot, {
      from: '2008-10-09',
      basis: 'DOCUMENTED',
      sourceDate: '2010-06-15',
      source: 'PAPER',
    });
    const timeline = record(joined);
    expect(says(timeline, '2009-01-01', '2008-10-08', { slot })).toBe('— NOT_IN_FORCE');
    expect(says(timeline, '2009-01-01', '2008-10-09', { slot })).toBe('member IN_FORCE');
    expect(says(timeline, '2009-01-01', '2010-06-14', { slot, reading: 'CERTAIN' })).not.toMatch(
      /^member IN_FORCE/,
    );
    expect(says(timeline, '2009-01-01', '2010-06-15', { slot, reading: 'CERTAIN' })).toMatch(
      /^member IN_FORCE/,
    );
    expect(timeline.read(slot, viewOf({ date: on('2009-01-01') })).knownBasis).toBe('DOCUMENTED');
  });

  it('an election of July named by a paper of March is known in March', () => {
    const timeline = record(
      attested('election/mex/2024', {
        from: '2024-07-02',
        basis: 'DOCUMENTED',
        sourceDate: '2024-03-05',
        source: 'PAPER',
      }),
    );
    expect(says(timeline, '2024-04-01', '2024-03-04', { slot: 'election/mex/2024' })).toBe('— NOT_IN_FORCE');
    expect(says(timeline, '2024-04-01', '2024-03-05', { slot: 'election/mex/2024' })).toBe(
      'member SCHEDULED',
    );
  });
});

describe('our record: errata, voids, accounts', () => {
  it('an erratum changes every view with its position, for every k, and none before', () => {
    const timeline = record(
      base,
      corrected(base, { effects: [{ act: 'ASSERT', slot: RECIPROCAL_JAPAN, value: percent(24) }] }),
    );
    expect(says(timeline, '2025-04-02', '2025-04-02')).toBe('24 % IN_FORCE');
    expect(says(timeline.at(2), '2025-04-02', '2025-04-02')).toBe('25 % IN_FORCE');
  });

  it('of two errata the newest wins field by field; voided, it does nothing', () => {
    const late = corrected(base, { effective: { from: { date: '2025-04-05' } } }, 'first erratum');
    const later = corrected(base, { effective: { from: { date: '2025-04-09' } } }, 'second erratum');
    expect(says(record(base, late, later), '2025-04-05', '2025-04-09')).toBe('25 % SCHEDULED');
    expect(says(record(base, late, later, voided(later)), '2025-04-05', '2025-04-09')).toBe('25 % IN_FORCE');
    expect(says(record(base, late, later, voided(later), voided(late)), '2025-04-02', '2025-04-09')).toBe(
      '25 % IN_FORCE',
    );
  });

  it('a void takes an event out; a void of the void brings it back', () => {
    const mistake = voided(base, 'mistake');
    expect(says(record(base, pause, mistake), '2025-04-05', '2025-05-01')).toBe('10 % SCHEDULED');
    expect(says(record(base, pause, mistake, voided(mistake)), '2025-04-05', '2025-05-01')).toBe(
      '25 % IN_FORCE',
    );
  });

  it('an append after an erratum is corrected or voided gives what a rebuild gives', () => {
    const title = corrected(base, { direction: 'EASING' }, 'title');
    const rate = corrected(
      base,
      { effects: [{ act: 'ASSERT', slot: RECIPROCAL_JAPAN, value: percent(24) }] },
      'rate',
    );
    const grown = (...more: readonly LogEvent[]) => {
      const all = log(covered('2030'), base, rate, title, ...more);
      const before = Timeline.of(all.slice(0, 4));
      expect(says(before, '2025-04-05', '2025-05-01')).toBe('24 % IN_FORCE');
      return [
        says(before.append(all.slice(4)), '2025-04-05', '2025-05-01'),
        says(Timeline.of(all), '2025-04-05', '2025-05-01'),
      ];
    };
    expect(grown(voided(rate))).toEqual(['25 % IN_FORCE', '25 % IN_FORCE']);
    expect(
      grown(corrected(rate, { effects: [{ act: 'ASSERT', slot: RECIPROCAL_JAPAN, value: percent(26) }] })),
    ).toEqual(['26 % IN_FORCE', '26 % IN_FORCE']);
  });

  it('accounts of one fact: the better source projects, of equal ones the last recorded; revoking one revokes the act', () => {
    const press = ordered('20 %', { id: 'press', from: '2025-04-02', source: 'PRESS', fact: 'order' });
    const official = ordered('24 %', {
      id: 'official',
      from: '2025-04-02',
      known: '2025-04-05',
      fact: 'order',
    });
    const reprint = ordered('26 %', {
      id: 'reprint',
      from: '2025-04-02',
      known: '2025-04-05',
      fact: 'order',
    });
    expect(says(record(official, press), '2025-04-10', '2025-05-01')).toBe('24 % IN_FORCE');
    expect(says(record(press, official), '2025-04-10', '2025-04-03')).toBe('— NOT_IN_FORCE');
    expect(says(record(official, reprint, press), '2025-04-10', '2025-05-01')).toBe('26 % IN_FORCE');
    expect(
      says(record(press, official, revoked(press, { known: '2025-05-01' })), '2025-04-10', '2025-05-01'),
    ).toMatch(/^(—|24 %) (NOT_IN_FORCE|ENDED|NEVER_TOOK_EFFECT)/);
  });

  it('a revocation of one account is taken back even where a better account of it was recorded later', () => {
    const press = revoked(base, {
      id: 'press: vacated',
      known: '2025-05-28',
      source: 'PRESS',
      fact: 'ruling',
    });
    const stay = revoked(press, { id: 'stay', known: '2025-05-29' });
    const court = revoked(base, { id: 'court: vacated', known: '2025-05-28', fact: 'ruling' });
    const timeline = record(base, press, stay, court);
    expect(says(timeline, '2025-05-30', '2025-05-28')).not.toContain('25 % IN_FORCE');
    expect(says(timeline, '2025-05-30', '2025-05-29')).toBe('25 % IN_FORCE');
  });

  it('revocations that take each other back come to an end: the one that is taken back on the way does not count', () => {
    const vacated = revoked(base, { id: 'vacated', known: '2025-05-01' });
    const stay = revoked(vacated, { id: 'stay', known: '2025-05-02' });
    const lifted = revoked(stay, { id: 'stay lifted', known: '2025-05-03' });
    const both = { ...stay, effects: [...stay.effects, ...revoked(lifted, { known: '2025-05-02' }).effects] };
    expect(says(record(base, vacated, stay, lifted), '2025-05-10', '2025-05-10')).toBe('— NOT_IN_FORCE');
    expect(says(record(base, vacated, both, lifted), '2025-05-10', '2025-05-10')).toBe('25 % IN_FORCE');
  });

  it('a slot of which only a revocation speaks is read like one where nothing was said', () => {
    const elsewhere = 'tariff/us/reciprocal/CAN';
    const timeline = record(base, revoked(base, { slot: elsewhere, known: '2025-05-01' }));
    expect(says(timeline, '2025-06-01', '2025-06-01', { slot: elsewhere })).toBe('— NOT_IN_FORCE');
    expect(timeline.state(viewOf({ date: on('2025-06-01') }))).toHaveLength(2);
  });
});
