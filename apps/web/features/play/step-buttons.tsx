'use client';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { Icon } from '@/ui/icon';
import { usePlay } from './use-play';

/** Change back, day back, play, day on, change on: every move the rail offers, as buttons. */
export function StepButtons() {
  const { t } = useLanguage();
  const { stepDays, stepChange } = useScrub();
  const { playing, toggle } = usePlay();
  return (
    <fieldset className="btns">
      <legend className="vh">{t('step.group')}</legend>
      <button
        type="button"
        className="btn step-change"
        aria-label={t('step.previousChange')}
        title={t('step.previousChange')}
        data-testid="previous-change"
        onClick={() => stepChange(-1)}
      >
        <Icon name="prevc" />
        <span className="only-phone" aria-hidden="true">
          {t('step.short.previousChange')}
        </span>
      </button>
      <button
        type="button"
        className="btn"
        aria-label={t('step.previousDay')}
        title={t('step.previousDay')}
        data-testid="previous-day"
        onClick={() => stepDays(-1)}
      >
        <Icon name="prev" />
      </button>
      <button
        type="button"
        className="btn play"
        aria-label={t(playing ? 'step.pause' : 'step.play')}
        aria-pressed={playing}
        data-testid="play"
        onClick={toggle}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        className="btn"
        aria-label={t('step.nextDay')}
        title={t('step.nextDay')}
        data-testid="next-day"
        onClick={() => stepDays(1)}
      >
        <Icon name="next" />
      </button>
      <button
        type="button"
        className="btn step-change"
        aria-label={t('step.nextChange')}
        title={t('step.nextChange')}
        data-testid="next-change"
        onClick={() => stepChange(1)}
      >
        <span className="only-phone" aria-hidden="true">
          {t('step.short.nextChange')}
        </span>
        <Icon name="nextc" />
      </button>
    </fieldset>
  );
}
