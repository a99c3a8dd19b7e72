'use client';
import { useLanguage } from '@/language/language-provider';
import { useKeptChoice } from '@/ui/use-kept-choice';

/** Japanese eras beside the years of header and rail; on until somebody turns them off. */
export function EraSwitch() {
  const { t } = useLanguage();
  const [off, setOff] = useKeptChoice('era', 'off');
  return (
    <button
      type="button"
      className="rail-switch"
      aria-pressed={!off}
      title={t('scrub.eraHint')}
      data-testid="era-switch"
      onClick={() => setOff(!off)}
    >
      {t('scrub.era')}
    </button>
  );
}

/** Leaves the axis and the thumbs of the rail, for more room above it. */
export function RailFold() {
  const { t } = useLanguage();
  const [folded, setFolded] = useKeptChoice('rail', 'folded');
  const name = t(folded ? 'scrub.unfold' : 'scrub.fold');
  return (
    <button
      type="button"
      className="rail-switch fold"
      aria-expanded={!folded}
      aria-label={name}
      title={name}
      data-testid="rail-fold"
      onClick={() => setFolded(!folded)}
    >
      <span aria-hidden="true">{folded ? '▴' : '▾'}</span>
    </button>
  );
}
