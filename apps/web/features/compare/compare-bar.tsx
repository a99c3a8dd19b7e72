'use client';
import { formatDay } from '@policy-timeline/domain';
import { knowledgeWord } from '@/language/knowledge-word';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { Icon } from '@/ui/icon';

/** Pin A: the place that this one is compared with; swap, show the difference, let go. */
export function CompareBar() {
  const { t } = useLanguage();
  const { pin, togglePin, swapPin, setPane, side } = useScrub();
  if (pin === null)
    return (
      <button
        type="button"
        className="btn sm pin"
        title={`${t('compare.pin')} (A)`}
        data-testid="pin"
        onClick={togglePin}
      >
        <b>A</b> <span className="wide-only">{t('compare.pinShort')}</span>
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons, not a form
    <span className="compare" role="group" aria-label={t('compare.group')}>
      <button
        type="button"
        className="btn sm pinned"
        title={`${t('compare.swap')} (X)`}
        data-testid="swap"
        onClick={swapPin}
      >
        <b>A</b> <span className="num">{formatDay(pin.date)}</span>
        <span className="vh">{knowledgeWord(pin.knowledge, t)}</span>
        {pin.knowledge.mode === 'now' ? null : <Icon name="known" />}
      </button>
      <button
        type="button"
        className="btn sm"
        aria-pressed={side === 'changes'}
        title={`${t('compare.diff')} (D)`}
        data-testid="diff"
        onClick={() => setPane('changes')}
      >
        {t('compare.diff')}
      </button>
      <button
        type="button"
        className="ib small"
        aria-label={t('compare.unpin')}
        data-testid="unpin"
        onClick={togglePin}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
