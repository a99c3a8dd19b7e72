import { STATUSES } from '@policy-timeline/domain';
import type { Translate } from '@/language/translate';
import { CopyLink } from '@/ui/copy-button';
import { Icon, type IconName } from '@/ui/icon';
import { ScrollRegion } from '@/ui/scroll-region';
import { StatusMark } from '@/ui/status-mark';
import { WordMark } from '@/ui/word-mark';

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

/** Marks, icons, controls, sizes and colours: what everything else is made of. */
export function Marks({ t }: { readonly t: Translate }) {
  return (
    <>
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
    </>
  );
}
