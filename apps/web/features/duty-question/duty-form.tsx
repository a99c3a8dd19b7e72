import { type Day, formatDay, PREFERENCE_CLAIMS } from '@policy-timeline/domain';
import type { Locale } from '@/language/locale';
import type { MessageKey, Translate } from '@/language/translate';
import { type DutyQuestion, OFFERED_PRODUCTS } from './duty-question';

interface Props {
  readonly question: DutyQuestion;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly locale: Locale;
  readonly t: Translate;
}

const iso = (day: Day | null): string => (day === null ? '' : formatDay(day));

/** The question as one sentence; a plain form, so that it works before any script does. */
export function DutyForm({ question, partners, locale, t }: Props) {
  const offered = (OFFERED_PRODUCTS as readonly string[]).includes(question.product);
  const detailed =
    !offered ||
    question.claims.length > 0 ||
    question.overQuota ||
    question.collected ||
    question.usContentPercent !== null ||
    question.customsValueUsd !== null ||
    question.exportedOn !== null;
  return (
    <form className="card ask" action="/duty" method="get" data-testid="duty-form">
      <input type="hidden" name="lang" value={locale} />
      <label className="say">
        <span className="vh">{t('pages.duty.partner')}</span>
        {t('pages.duty.sayFrom.before')}
        <select className="in" name="partner" defaultValue={question.partner}>
          {partners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {t('pages.duty.sayFrom.after')}
      </label>
      <label className="say">
        <span className="vh">{t('pages.duty.product')}</span>
        {t('pages.duty.sayProduct.before')}
        <select className="in" name="product" defaultValue={offered ? question.product : 'ordinary'}>
          {OFFERED_PRODUCTS.map((name) => (
            <option key={name} value={name}>
              {t(`pages.duty.products.${name}` as MessageKey)}
            </option>
          ))}
        </select>
        {t('pages.duty.sayProduct.after')}
      </label>
      <label className="say">
        <span className="vh">{t('pages.duty.date')}</span>
        {t('pages.duty.sayDate.before')}
        <input className="in num" name="date" defaultValue={iso(question.date)} autoComplete="off" required />
        {t('pages.duty.sayDate.after')}
      </label>
      <label className="say">
        {t('pages.duty.sayMfn.before')}
        <input
          className="in num short"
          name="mfn"
          inputMode="decimal"
          defaultValue={question.mfnRatePercent ?? ''}
          autoComplete="off"
        />
        {t('pages.duty.sayMfn.after')}
      </label>
      <button type="submit" className="btn primary">
        {t('pages.duty.ask')}
      </button>
      <details open={detailed}>
        <summary>{t('pages.duty.details')}</summary>
        <div className="extra">
          <Field name="known" label={t('pages.duty.known')} value={iso(question.known)} />
          <Field
            name="later"
            label={t('pages.duty.later')}
            value={iso(question.later)}
            hint={t('mode.now')}
          />
          <Field name="hs" label={t('pages.duty.hs')} value={offered ? '' : question.product} hint="8703" />
          <Field
            name="us"
            label={t('pages.duty.usContent')}
            value={String(question.usContentPercent ?? '')}
          />
          <Field name="value" label={t('pages.duty.value')} value={String(question.customsValueUsd ?? '')} />
          <Field name="exported" label={t('pages.duty.exported')} value={iso(question.exportedOn)} />
          <fieldset>
            <legend>{t('pages.duty.claims')}</legend>
            {PREFERENCE_CLAIMS.map((claim) => (
              <label key={claim}>
                <input
                  type="checkbox"
                  name="claims"
                  value={claim}
                  defaultChecked={question.claims.includes(claim)}
                />
                {claim.replace('_', '-')}
              </label>
            ))}
            <label>
              <input type="checkbox" name="over" value="1" defaultChecked={question.overQuota} />
              {t('pages.duty.overQuota')}
            </label>
          </fieldset>
          <fieldset>
            <legend>{t('pages.duty.track')}</legend>
            {([false, true] as const).map((collected) => (
              <label key={String(collected)}>
                <input
                  type="radio"
                  name="border"
                  value={collected ? '1' : ''}
                  defaultChecked={question.collected === collected}
                />
                {t(collected ? 'pages.duty.trackBorder' : 'pages.duty.trackLaw')}
              </label>
            ))}
          </fieldset>
        </div>
      </details>
    </form>
  );
}

function Field({
  name,
  label,
  value,
  hint,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
}) {
  return (
    <label>
      {label}
      <input className="in num" name={name} defaultValue={value} placeholder={hint} autoComplete="off" />
    </label>
  );
}
