'use client';
import { useLanguage } from '@/language/language-provider';
import { CLASSES, type Measure } from './country-strength';

/** The five classes, the hatch, and what borders mean. */
export function MapLegend({ measure }: { readonly measure: Measure }) {
  const { t } = useLanguage();
  const bounds = CLASSES[measure];
  const unit = measure === 'rate' ? '%' : '';
  return (
    <div className="map-legend">
      <ol>
        {bounds.map((bound, i) => {
          const next = bounds[i + 1];
          const from = bound < 1 ? 1 : bound;
          const text =
            next === undefined
              ? `${from}${unit}+`
              : next - 1 <= from
                ? `${from}${unit}`
                : `${from}–${next - 1}`;
          return (
            <li key={bound}>
              <i data-step={i + 1} />
              <span className="num">{text}</span>
            </li>
          );
        })}
        <li>
          <i data-hatch="true" />
          <span>{t('screen.map.soon')}</span>
        </li>
      </ol>
      <p className="caption">{t(`screen.map.caption.${measure}`)}</p>
    </div>
  );
}
