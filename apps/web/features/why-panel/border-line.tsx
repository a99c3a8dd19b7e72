import { sameValue } from '@policy-timeline/domain';
import { fullValue } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { asValue } from '@/lib/value-text';
import type { Answer } from './reason-query';

/** What the border did on this day, where the law said otherwise: duties struck down are collected until the border stops. */
export function BorderLine({ law, border }: { readonly law: Answer; readonly border: Answer }) {
  const { locale, t } = useLanguage();
  const value = asValue(border.value);
  if (law.status === border.status && sameValue(asValue(law.value), value)) return null;
  const { until } = border.validInterval;
  return (
    <ol className="why" data-testid="at-border">
      <li>
        <i />
        <span className="vb">{t('why.border')}</span>
        <div>
          {t(`status.${border.status}`)} <b>{fullValue(value, locale, t)}</b>
          {until ? <small>{t('why.until', { until })}</small> : null}
        </div>
      </li>
    </ol>
  );
}
