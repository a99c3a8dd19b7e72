import { parseDay, STATUSES } from '@policy-timeline/domain';
import { pageLanguage } from '@/language/request-language';
import { laneBars } from '@/timeline/lanes';
import { serverPack } from '@/timeline/server-pack';
import { clockPlane, slotIndexOf } from '@/timeline/two-clocks';
import { CopyCitation, CopyLink } from '@/ui/copy-button';
import { Foot } from '@/ui/foot';
import { Icon, type IconName } from '@/ui/icon';
import { LaneBars } from '@/ui/lane-bars';
import { ScrollRegion } from '@/ui/scroll-region';
import { StatusMark } from '@/ui/status-mark';
import { TwoClockPlane } from '@/ui/two-clock-plane';
import { WordMark } from '@/ui/word-mark';

/** The slot whose answers were checked by hand; see the golden readings. */
const GOLDEN = 'tariff/us/reciprocal/JPN';
const ICONS: readonly IconName[] = [
  'search',
  'prev',
  'next',
  'prevc',
  'nextc',
  'play',
  'pause',
  'down',
  'link',
  'cal',
  'check',
  'retro',
  'known',
  'caret',
  'help',
  'close',
  'pen',
];
const TEXTS = ['44', '28', '20', '16', '14', '13', '12', '11'] as const;
const COLOURS = [
  'ground',
  'surface',
  'sunken',
  'line',
  'line-control',
  'ink',
  'ink-2',
  'ink-3',
  'tighten',
  'tighten-text',
  'tighten-wash',
  'ease',
  'ease-text',
  'ease-wash',
  'known',
  'known-text',
  'known-wash',
  'pick',
  'pick-text',
  'pick-wash',
  'threat',
  'threat-text',
  'threat-wash',
  'plan-ground',
  'plan-line',
  'step-0',
  'step-1',
  'step-2',
  'step-3',
  'step-4',
  'step-5',
] as const;

/** Every part of the design on one page, with the answers that the tests hold fast. */
export async function Gallery() {
  const { locale, t } = await pageLanguage();
  const loaded = await serverPack();
  const reader = loaded.ok ? loaded.reader : null;
  const index = reader ? slotIndexOf(reader, GOLDEN) : null;
  const span = reader ? { from: parseDay('2025-03-01'), until: parseDay('2026-04-15') } : null;
  return (
    <main className="page report" id="main">
      <h1 className="title">Gallery</h1>
      <section className="blk">
        <h2 className="sec">StatusMark</h2>
        <ul className="mark-list">
          {STATUSES.map((status) => (
            <li key={status}>
              <StatusMark status={status} word="" /> {t(`status.${status}`)}
            </li>
          ))}
          <li>
            <StatusMark status="IN_FORCE" projected word="" /> projected
          </li>
        </ul>
      </section>
      <section className="blk">
        <h2 className="sec">WordMark</h2>
        <p className="legend">
          <WordMark symbol="i-check" tone="force">
            {t('pages.fate.KEPT')}
          </WordMark>
          <WordMark symbol="st-super" tone="super">
            {t('pages.fate.EXTENDED')}
          </WordMark>
          <WordMark symbol="st-never" tone="never">
            {t('pages.fate.LAPSED')}
          </WordMark>
          <WordMark symbol="st-norec" tone="norec">
            {t('pages.fate.UNKNOWN')}
          </WordMark>
        </p>
      </section>
      <section className="blk">
        <h2 className="sec">Icon</h2>
        <ul className="mark-list">
          {ICONS.map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </section>
      <section className="blk">
        <h2 className="sec">Button, chip, segment, field</h2>
        <p className="chips">
          <button type="button" className="btn primary">
            primary
          </button>
          <button type="button" className="btn">
            plain
          </button>
          <button type="button" className="btn sm">
            small
          </button>
          <button type="button" className="btn" disabled>
            disabled
          </button>
          <button type="button" className="chip" aria-pressed="true">
            pressed
          </button>
          <button type="button" className="chip" aria-pressed="false">
            chip
          </button>
          <CopyLink />
        </p>
        <div className="form blk" style={{ maxWidth: '24rem' }}>
          <div className="fld">
            <label htmlFor="g1">Field</label>
            <input id="g1" className="inp" defaultValue="2025-08-07" />
            <span className="hint">hint</span>
          </div>
          <div className="fld warn">
            <label htmlFor="g2">To be checked</label>
            <input id="g2" className="inp" defaultValue="2025-08-07" />
            <span className="hint">hint</span>
          </div>
          <div className="fld bad">
            <label htmlFor="g3">Refused</label>
            <input id="g3" className="inp" defaultValue="2025-02-30" />
            <span className="hint">hint</span>
          </div>
        </div>
      </section>
      {reader && index !== null && span ? (
        <>
          <section className="blk">
            <h2 className="sec">LaneBars</h2>
            <div className="strip-bars">
              <LaneBars
                bars={laneBars(reader, index, { date: reader.newestKnown, knowledge: { mode: 'now' } }, span)}
                span={span}
              />
            </div>
          </section>
          <section className="blk" style={{ maxWidth: '26rem' }}>
            <h2 className="sec">TwoClockPlane</h2>
            <Plane reader={reader} index={index} locale={locale} t={t} />
          </section>
        </>
      ) : null}
      <section className="blk">
        <h2 className="sec">Text</h2>
        {TEXTS.map((size) => (
          <p key={size} style={{ fontSize: `var(--text-${size})` }}>
            15.0% 2025-07-10 日本への相互関税 <span className="q s12">--text-{size}</span>
          </p>
        ))}
      </section>
      <section className="blk">
        <h2 className="sec">Colour</h2>
        <ScrollRegion label="Colour" className="chips">
          {COLOURS.map((name) => (
            <figure key={name} style={{ width: '6.5rem' }}>
              <div
                style={{
                  background: `var(--${name})`,
                  height: 36,
                  border: '1px solid var(--line)',
                  borderRadius: 6,
                }}
              />
              <figcaption className="s11 q">--{name}</figcaption>
            </figure>
          ))}
        </ScrollRegion>
      </section>
      <Foot note={t('pages.foot.days')}>
        <CopyCitation citation="policy-timeline: gallery." />
      </Foot>
    </main>
  );
}

function Plane({
  reader,
  index,
  locale,
  t,
}: {
  readonly reader: Parameters<typeof clockPlane>[0];
  readonly index: number;
  readonly locale: 'ja' | 'en';
  readonly t: Parameters<typeof TwoClockPlane>[0]['t'];
}) {
  const plane = clockPlane(reader, index, parseDay('2025-08-07'));
  return plane ? <TwoClockPlane plane={plane} event="jpn-15" locale={locale} t={t} /> : null;
}
