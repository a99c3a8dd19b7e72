'use client';
import dynamic from 'next/dynamic';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';

// Most readers never pin: the buttons of a pin come with the first one.
const PinnedBar = dynamic(() => import('./pinned-bar').then((module) => module.PinnedBar));

/** Pin A, or what to do with the place that is pinned. */
export function CompareBar() {
  const { t } = useLanguage();
  const { pin, togglePin } = useScrub();
  if (pin !== null) return <PinnedBar pin={pin} />;
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
}
