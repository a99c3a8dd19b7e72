'use client';
import { useState } from 'react';
import { useLanguage } from '@/language/language-provider';

/** Takes one drawing of a report along, as SVG or PNG, with what it says, of when, and from where. */
export function SaveDrawing({
  drawing,
  file,
  citation,
}: {
  /** Id of the `<svg>` that is taken away. */
  readonly drawing: string;
  readonly file: string;
  /** Says the finding, its date and its known day; stands under the drawing with the address. */
  readonly citation: string;
}) {
  const { t } = useLanguage();
  const [failed, setFailed] = useState(false);
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const found = document.getElementById(drawing);
    const box = found?.parentElement;
    if (!box) return;
    try {
      const { savePicture } = await import('./save-picture');
      const title = found.getAttribute('aria-label') ?? file;
      const day = new Date().toISOString().slice(0, 10);
      await savePicture(box, { name: file, title, format, day, lines: [citation, window.location.href] });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      {(['svg', 'png'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="linkish"
          data-leave-out
          data-testid={`drawing-${format}`}
          onClick={() => void save(format)}
        >
          {t('screen.picture.save', { format: format.toUpperCase() })}
        </button>
      ))}
      {failed ? <span role="alert">{t('screen.picture.failed')}</span> : null}
    </>
  );
}
