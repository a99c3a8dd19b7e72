import type { Translate } from '@/language/translate';
import { Icon } from '@/ui/icon';
import { type ComparedView, isoOrNone } from './compared-view';

/** The two days of one view, to be typed. */
export function ViewFields({
  name,
  view,
  t,
}: {
  readonly name: 'a' | 'b';
  readonly view: ComparedView;
  readonly t: Translate;
}) {
  return (
    <>
      <label className="say">
        <b>{name.toUpperCase()}</b>
        <span className="vh">{t('rail.date')}</span>
        <input className="in num" name={name} defaultValue={isoOrNone(view.date)} autoComplete="off" />
      </label>
      <label className="say">
        <span className="kchip">
          <Icon name="known" />
          <span className="vh">{t('rail.known')}</span>
        </span>
        <input
          className="in num"
          name={`k${name}`}
          defaultValue={isoOrNone(view.known)}
          placeholder={t('mode.now')}
          autoComplete="off"
        />
      </label>
    </>
  );
}
