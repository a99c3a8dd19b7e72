import { type Day, formatDay, PREFERENCE_CLAIMS } from '@policy-timeline/domain';
import type { Locale } from '@/language/locale';
import type { MessageKey, Translate } from '@/language/translate';
import { type DutyQuestion, LISTS_OF, OFFERED_PRODUCTS } from './duty-question';

interface Props {
  readonly question: DutyQuestion;
  /** A field of the address that could not be read: it shows what was given. */
  readonly unread?: { readonly field: string; readonly given: string };
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly locale: Locale;
  readonly t: Translate;
}

const iso = (day: Day | null): string => (day === null ? '' : formatDay(day));

/** The question as one sentence; a plain form, so that it works before any script does. */
export function DutyForm({ question, unread, partners, locale, t }: Props) {
  const said = (field: string, value: string) =>
    unread?.field === field
      ? { defaultValue: unread.given, 'aria-invalid': true as const, 'aria-describedby': 'page-fault' }
      : { defaultValue: value };
  const offered = (OFFERED_PRODUCTS as readonly string[]).includes(question.product);
  const detailed =
    (unread !== undefined && unread.field !== 'date' && unread.field !== 'mfn') ||
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
      {question.lists === null ? null : <input type="hidden" name={LISTS_OF} value={question.product} />}
      {question.lists?.map((list) => (
        <input key={list} type="hidden" name="list" value={list} />
      ))}
      <label className="say">
        <span className="vh">{t('pages.duty.partner')}</span>
        {t('pages.duty.sayFrom.before')}
        <select className="in" name="partner" defaultValue={question.partner}>
          {partners.some(({ id }) => id === question.partner) ? null : (
            <option value={question.partner}>{question.partner}</option>
          )}
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
        <input
          className="in num"
          name="date"
          {...said('date', iso(question.date))}
          autoComplete="off"
          required
        />
        {t('pages.duty.sayDate.after')}
      </label>
      <label className="say">
        {t('pages.duty.sayMfn.before')}
        <input
          className="in num short"
          name="mfn"
          inputMode="decimal"
          {...said('mfn', String(question.mfnRatePercent ?? ''))}
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
          <Field name="known" label={t('pages.duty.known')} {...said('known', iso(question.known))} />
          <Field
            name="later"
            label={t('pages.duty.later')}
            {...said('later', iso(question.later))}
            hint={t('mode.now')}
          />
          <Field
            name="hs"
            label={t('pages.duty.hs')}
            defaultValue={offered ? '' : question.product}
            hint="8703"
          />
          <Field
            name="us"
            label={t('pages.duty.usContent')}
            {...said('us', String(question.usContentPercent ?? ''))}
          />
          <Field
            name="value"
            label={t('pages.duty.value')}
            {...said('value', String(question.customsValueUsd ?? ''))}
          />
          <Field
            name="exported"
            label={t('pages.duty.exported')}
            {...said('exported', iso(question.exportedOn))}
          />
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
  defaultValue,
  hint,
  ...invalid
}: {
  readonly name: string;
  readonly label: string;
  readonly defaultValue: string;
  readonly 'aria-invalid'?: true;
  readonly hint?: string;
}) {
  return (
    <label>
      {label}
      <input
        className="in num"
        name={name}
        defaultValue={defaultValue}
        {...invalid}
        placeholder={hint}
        autoComplete="off"
      />
    </label>
  );
}
