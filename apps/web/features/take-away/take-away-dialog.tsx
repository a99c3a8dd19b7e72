'use client';
import { formatDay } from '@policy-timeline/domain';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { calendarAddress, stateAddress } from '@/timeline/export-address';
import { useScrub } from '@/timeline/scrub-context';
import { citation } from './citation';

/** Every way to take this place along; what is copied is said aloud. */
export function TakeAwayDialog({ onClose }: { readonly onClose: () => void }) {
  const { locale, t } = useLanguage();
  const { view, filter, address, frozen } = useScrub();
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const position = frozen ?? String(view.frame.position);
  const link = `${window.location.origin}/${address(locale)}`;
  const fixed = `${window.location.origin}/${address(locale, position)}`;
  const cited = citation({
    place: view.place,
    position,
    newestKnown: view.frame.newestKnown,
    url: fixed,
    accessedOn: new Date().toISOString().slice(0, 10),
    title: t('app.title'),
    t,
  });
  const copy = (text: string, what: string): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(t('take.copied', { what })),
      () => setSaid(text),
    );
  };
  const question = { place: view.place, filter, position: frozen, locale };
  return (
    <dialog ref={dialog} className="help take" aria-labelledby="take-title" onClose={onClose}>
      <h2 id="take-title">{t('take.title')}</h2>
      <p className="q num">
        {formatDay(view.place.date)} · {t('rail.position', { position })}
      </p>
      <ul className="take-list">
        <li>
          <button
            type="button"
            className="btn"
            data-testid="copy-link"
            onClick={() => copy(link, t('take.link'))}
          >
            {t('take.link')}
          </button>
          <span className="q">{t('take.linkHint')}</span>
        </li>
        <li>
          <button
            type="button"
            className="btn"
            data-testid="copy-frozen"
            onClick={() => copy(fixed, t('take.frozen'))}
          >
            {t('take.frozen')}
          </button>
          <span className="q">{t('take.frozenHint', { position })}</span>
        </li>
        <li>
          <button
            type="button"
            className="btn"
            data-testid="copy-citation"
            onClick={() => copy(cited, t('take.citation'))}
          >
            {t('take.citation')}
          </button>
          <span className="q">{t('take.citationHint')}</span>
        </li>
        <li>
          <span className="take-row">
            <a className="btn" href={stateAddress('csv', question)} data-testid="csv" download>
              CSV
            </a>
            <a
              className="btn"
              href={stateAddress('csv', { ...question, excel: true })}
              data-testid="csv-excel"
              download
            >
              {t('take.excel')}
            </a>
            <a className="btn" href={stateAddress('json', question)} data-testid="json" download>
              JSON
            </a>
          </span>
          <span className="q">{t('take.tableHint')}</span>
        </li>
        <li>
          <a className="btn" href={calendarAddress(question)} data-testid="ics">
            {t('take.calendar')}
          </a>
          <span className="q">{t('take.calendarHint')}</span>
        </li>
        <li>
          <button
            type="button"
            className="btn"
            onClick={() => {
              dialog.current?.close();
              window.print();
            }}
          >
            {t('take.print')}
          </button>
          <span className="q">{t('take.printHint')}</span>
        </li>
      </ul>
      <p aria-live="polite" className="kn" data-testid="take-said">
        {said}
      </p>
      <form method="dialog">
        <button type="submit" className="btn primary">
          {t('help.close')}
        </button>
      </form>
    </dialog>
  );
}
