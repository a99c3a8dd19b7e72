'use client';
import { useScrub } from '@/timeline/scrub-context';

/** Date, known day, record and address under what is printed; the screen says them elsewhere. */
export function PrintLine() {
  const { view, pictureSource } = useScrub();
  return (
    <p className="print-line" data-testid="print-line">
      {pictureSource(view.place).lines.join('　')}
    </p>
  );
}
