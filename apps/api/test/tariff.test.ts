import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiUnderTest, runApi } from './running-api.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await runApi({ POLICY_SEED: 'catalogue' });
});
afterAll(() => api.remove());

const document = `query ($question: TariffQuestion!, $date: Date!, $knownAt: Date, $track: Track) {
  tariffQuote(question: $question, date: $date, knownAt: $knownAt, track: $track) {
    additionalPercent additionalRange { minPercent maxPercent } allInPercent
    lines { slot status additionalPercent retroactiveDays scheduledUntil reason { en ja } decidedBy { id sources { id } } instrument { id } }
    assumptions basis coverage { topic }
  }
}`;
interface Line {
  readonly slot: string;
  readonly status: string;
  readonly additionalPercent: number | null;
  readonly decidedBy: { readonly id: string; readonly sources: readonly unknown[] };
  readonly scheduledUntil: string | null;
  readonly retroactiveDays: number | null;
}
const quote = async (question: object, date: string, more: object = {}) => {
  const { data, errors } = await api.ask(document, { question, date, ...more });
  expect(errors).toBeUndefined();
  return data.tariffQuote as {
    additionalPercent: number | null;
    additionalRange: { minPercent: number | null; maxPercent: number | null };
    allInPercent: number | null;
    lines: readonly Line[];
  };
};
const applied = ({ lines }: { readonly lines: readonly Line[] }) =>
  lines.filter(({ status }) => status === 'APPLIED');
const china = { partner: 'CHN', product: 'ordinary' };

describe('what an import pays', () => {
  it('from China on 2025-04-12: two IEEPA lines that sum to 145; on 2025-06-15 to 30, the 10 % kept counted once', async () => {
    const april = await quote(china, '2025-04-12');
    expect(applied(april)).toHaveLength(2);
    expect(april.additionalPercent).toBe(145);
    const june = await quote(china, '2025-06-15');
    expect(applied(june)).toHaveLength(2);
    expect(june.additionalPercent).toBe(30);
  });

  it.each([
    ['2018-04-15', 'EXEMPT', 0, 's232-exempt-mar2018'],
    ['2018-07-01', 'APPLIED', 25, 's232-steel-2018'],
    ['2019-06-01', 'EXEMPT', 0, 's232-can-mex-lifted'],
  ])('steel from Canada on %s: %s, %d %%, by %s', async (date, status, percent, event) => {
    const answer = await quote({ partner: 'CAN', product: 'steel' }, date);
    expect(answer.additionalPercent).toBe(percent);
    const deciding = answer.lines.filter((line) => line.status === status);
    expect(deciding).toHaveLength(1);
    expect(deciding[0]?.decidedBy.id).toBe(event);
  });

  it('a Japanese good with MFN 5 % on 2025-08-20: 20 % as known on 25 August, 15 % as known on 1 October by a retroactive order', async () => {
    const japan = { partner: 'JPN', product: 'ordinary', mfnRatePercent: 5 };
    expect((await quote(japan, '2025-08-20', { knownAt: '2025-08-25' })).allInPercent).toBe(20);
    const later = await quote(japan, '2025-08-20', { knownAt: '2025-10-01' });
    expect(later.allInPercent).toBe(15);
    expect(applied(later)[0]).toMatchObject({ decidedBy: { id: 'jpn-15' }, retroactiveDays: 28 });
  });

  it('on 2026-02-22 the reciprocal duty is ended in law and still collected', async () => {
    const of = async (track: string) =>
      (
        await quote({ partner: 'JPN', product: 'ordinary', mfnRatePercent: 0 }, '2026-02-22', { track })
      ).lines.find(({ slot }) => slot === 'tariff/us/reciprocal/JPN')?.status;
    expect(await of('LEGAL')).toBe('ENDED');
    expect(await of('COLLECTED')).toBe('APPLIED');
  });

  it('on 2026-03-01 the section 122 surcharge is 10 % with its scheduled end; a USMCA good is exempt', async () => {
    const line = (answer: { lines: readonly Line[] }) =>
      answer.lines.find(({ slot }) => slot.startsWith('tariff/us/section-122'));
    const plain = line(
      await quote({ partner: 'CAN', product: 'ordinary', claims: [] }, '2026-03-01', {
        knownAt: '2026-03-01',
      }),
    );
    expect(plain).toMatchObject({ status: 'APPLIED', additionalPercent: 10, scheduledUntil: '2026-07-24' });
    const claimed = line(
      await quote({ partner: 'CAN', product: 'ordinary', claims: ['USMCA'] }, '2026-03-01', {
        knownAt: '2026-03-01',
      }),
    );
    expect(claimed?.status).toBe('EXEMPT');
  });

  it.each([
    [{ partner: 'JPN', product: '87x' }, 'INVALID_CODE'],
    [{ partner: 'XKX', product: 'ordinary' }, 'INVALID_CODE'],
    [{ partner: 'YUG', product: 'ordinary' }, 'INVALID_CODE'],
    [{ partner: 'EUE', product: 'ordinary' }, 'INVALID_CODE'],
    [{ partner: 'JPN', product: 'ordinary', usContentPercent: 120 }, 'INVALID_INPUT'],
    [{ partner: 'JPN', product: 'ordinary', claims: ['USMCA'] }, 'INVALID_INPUT'],
    [{ partner: 'JPN', product: 'ordinary', exportedOn: '2026-01-01' }, 'INVALID_INPUT'],
  ])('%o is refused as %s', async (question, code) => {
    const { errors } = await api.ask(document, { question, date: '2025-06-01' });
    expect(errors?.[0]?.extensions?.code).toBe(code);
  });
});

describe('the papers’ systems', () => {
  const chart =
    '{ quadrant(date: "%", knownAt: "%") { figures rows { code quadrant boundary noQuadrant decidedBy { id } } } }';

  it('places 63 of 68 partners, Mozambique on the boundary; a day before the figures were public it says so', async () => {
    const { data } = await api.ask(
      chart.replaceAll('%', '2025-05-30').replace('date: "2025-05-30"', 'date: "2024-12-31"'),
    );
    const rows = data.quadrant.rows as { code: string; quadrant: number | null; boundary: boolean }[];
    expect(rows).toHaveLength(68);
    expect(rows.filter(({ quadrant }) => quadrant === null)).toHaveLength(5);
    expect(rows.filter(({ boundary }) => boundary).map(({ code }) => code)).toEqual(['MOZ']);
    const before = await api.ask(
      chart.replaceAll('%', '2025-05-29').replace('date: "2025-05-29"', 'date: "2024-12-31"'),
    );
    expect(before.data.quadrant).toMatchObject({ figures: 'NOT_YET_KNOWN', rows: [] });
  });

  it('works out the reciprocal formula', async () => {
    const { data } = await api.ask(
      '{ reciprocalRate(importsUsdMillion: 148209, exportsUsdMillion: 79741) { asPrintedPercent asStatedPercent ceilingOfHalf } }',
    );
    expect(data.reciprocalRate.asPrintedPercent).toBeLessThan(0);
    expect(data.reciprocalRate.ceilingOfHalf).toBe(24);
  });

  it.each(['burdenSharing', 'adviceChecklist', 'stickDealCarrot', 'integrationBodies', 'latinAmerica2018'])(
    '%s answers with events behind it',
    async (system) => {
      const { data, errors } = await api.ask(`{ ${system}(date: "2025-05-30") }`);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data[system])).toMatch(/"(event|events|toldBy)":/);
    },
  );
});
