'use client';
import { type ReactNode, useRef, useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { IconButton } from './icon-button';

interface FrameProps {
  readonly name: string;
  readonly title: string;
  /** The same answers as a table. */
  readonly table: ReactNode;
  /** Controls of this picture alone. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A picture under its finding: its table twin one press away, and ways to take it along. */
export function PictureFrame({ name, title, table, tools, children }: FrameProps) {
  const { t } = useLanguage();
  const { view, pictureSource, tell } = useScrub();
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    if (!box.current) return;
    const { savePicture } = await import('./save-picture');
    try {
      await savePicture(box.current, { name, title, format, ...pictureSource(view.place) });
    } catch {
      tell(t('screen.picture.failed'));
    }
  };
  return (
    <section className="picture" aria-labelledby={`picture-${name}`} data-testid={`picture-${name}`}>
      <div className="picture-head">
        <h2 id={`picture-${name}`}>{title}</h2>
        {tools}
        <span className="picture-tools">
          <IconButton
            icon="table"
            label={t('screen.picture.asTable')}
            look=" small"
            aria-pressed={asTable}
            data-testid="picture-as-table"
            onClick={() => setAsTable(!asTable)}
          />
          {(['svg', 'png'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="ib small words"
              title={t('screen.picture.save', { format: format.toUpperCase() })}
              data-testid={`picture-${format}`}
              onClick={() => void save(format)}
            >
              {format.toUpperCase()}
            </button>
          ))}
        </span>
      </div>
      <div className="picture-body" ref={box} hidden={asTable}>
        {children}
      </div>
      {asTable ? <div className="picture-table">{table}</div> : null}
    </section>
  );
}
