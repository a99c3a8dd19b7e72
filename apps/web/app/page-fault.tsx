import { href } from '@/language/href';
import { sayRefusal } from '@/language/refusal';
import { pageLanguage } from '@/language/request-language';
import type { AskFault } from '@/lib/ask-server';
import { ReloadButton } from '@/ui/reload-button';

/** In the place of an answer: what is wrong, in a sentence, and what to do. `again` is the page's own address, without the question. */
export async function PageFault({ fault, again }: { readonly fault: AskFault; readonly again?: string }) {
  const { locale, t } = await pageLanguage();
  const asked = fault.kind === 'refused' || fault.kind === 'unread';
  const refused = fault.kind === 'refused' ? sayRefusal(t, fault.refusal) : null;
  const said =
    fault.kind === 'unreachable'
      ? t('error.apiDown', { reason: fault.reason })
      : fault.kind === 'unwell'
        ? t('error.apiRefused', { status: fault.status })
        : fault.kind === 'refused'
          ? (refused ?? t('pages.fault.refusedBody'))
          : fault.message;
  return (
    <section data-testid="page-fault" data-fault={fault.kind}>
      <h1 className="title">{t(asked ? 'pages.fault.refused' : 'error.title')}</h1>
      <div role="alert" id="page-fault">
        <p className="lede">{said}</p>
        {fault.kind === 'refused' && refused === null ? (
          <p className="note" lang="en">
            {fault.refusal.message}
          </p>
        ) : null}
      </div>
      {asked ? null : <p className="lede">{t('error.what')}</p>}
      <p className="actions">
        {asked ? null : <ReloadButton label={t('error.retry')} />}
        {asked && again ? (
          <a className="btn primary" href={href(locale, again)}>
            {t('pages.fault.again')}
          </a>
        ) : null}
        <a className="btn" href={href(locale, '/')}>
          {t('pages.fault.home')}
        </a>
      </p>
    </section>
  );
}
