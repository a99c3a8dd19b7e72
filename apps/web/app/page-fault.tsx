import { href } from '@/language/href';
import { pageLanguage } from '@/language/request-language';
import type { AskFault } from '@/lib/ask-server';
import { ReloadButton } from '@/ui/reload-button';

/** In the place of an answer: what is wrong, in a sentence, and what to do. */
export async function PageFault({ fault }: { readonly fault: AskFault }) {
  const { locale, t } = await pageLanguage();
  const refused = fault.kind === 'refused';
  const said =
    fault.kind === 'unreachable'
      ? t('error.apiDown', { reason: fault.reason })
      : fault.kind === 'unwell'
        ? t('error.apiRefused', { status: fault.status })
        : fault.message;
  return (
    <section data-testid="page-fault" data-fault={fault.kind}>
      <h1 className="title">{t(refused ? 'pages.fault.refused' : 'error.title')}</h1>
      <p className="lede" role="alert" lang={refused ? 'en' : locale}>
        {said}
      </p>
      <p className="actions">
        {refused ? null : <ReloadButton label={t('error.retry')} />}
        <a className="btn" href={href(locale, '/')}>
          {t('pages.fault.home')}
        </a>
      </p>
    </section>
  );
}
