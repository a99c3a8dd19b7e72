'use client';
import { useLanguage } from '@/language/language-provider';
import type { MapDifference } from './map-difference';

/** Under two maps: how many countries rose, and how many fell. */
export function DifferenceLine({ difference: { rose, fell, all } }: { readonly difference: MapDifference }) {
  const { t } = useLanguage();
  return (
    <p className="map-difference" data-testid="map-difference">
      {all.size === 0 ? t('scrub.pair.same') : null}
      {rose.length > 0 ? <span className="up">▲ {t('scrub.pair.rose', { count: rose.length })}</span> : null}
      {fell.length > 0 ? <span className="dn">▼ {t('scrub.pair.fell', { count: fell.length })}</span> : null}
    </p>
  );
}
