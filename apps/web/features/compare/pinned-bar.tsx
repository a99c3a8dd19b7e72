'use client';
import { formatDay } from '@policy-timeline/domain';
import { knowledgeWord } from '@/language/knowledge-word';
import { useLanguage } from '@/language/language-provider';
import type { Place } from '@/timeline/knowledge';
import { useScrub } from '@/timeline/scrub-context';
import { Icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';

/** The place that this one is compared with: swap, show the difference, let go. */
export function PinnedBar({ pin }: { readonly pin: Place }) {
  const { t } = useLanguage();
  const { togglePin, swapPin, setPane, side } = useScrub();
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
      <IconButton
        icon="close"
        label={t('compare.unpin')}
        look=" small"
        data-testid="unpin"
        onClick={togglePin}
      />
    </span>
  );
}
