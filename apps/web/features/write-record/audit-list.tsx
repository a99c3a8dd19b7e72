'use client';
import { useState } from 'react';
import { useLanguage } from '@/language/language-provider';
import { refusalOfError } from '@/language/refusal';
import type { MessageKey, Translate } from '@/language/translate';
import { graphqlClient } from '@/lib/graphql-client';
import { ScrollRegion } from '@/ui/scroll-region';
import { type AuditEntry, auditQuery } from './append-queries';
import { sayFailure } from './say-fault';

/** Every attempt to write, newest first, accepted or refused; for admins. Asked for by a press, because it needs the key. */
export function AuditList({ token }: { readonly token: string }) {
  const { t } = useLanguage();
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  const [more, setMore] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const ask = async (after: string | null): Promise<void> => {
    setSending(true);
    const { data, error } = await graphqlClient()
      .query(
        auditQuery,
        { after },
        {
          requestPolicy: 'network-only',
          fetchOptions: { headers: { authorization: `Bearer ${token}` } },
        },
      )
      .toPromise();
    setSending(false);
    if (error || !data) {
      setFailure(error ? sayFailure(t, refusalOfError(error)) : t('append.failed', { reason: '' }));
      return;
    }
    setFailure(null);
    setAsked(true);
    const page = data.auditTrail.edges.map(({ node }) => node);
    setEntries((held) => (after === null ? page : [...held, ...page]));
    setMore(data.auditTrail.pageInfo.hasNextPage ? data.auditTrail.pageInfo.endCursor : null);
  };
  return (
    <div className="blk">
      <p className="actions">
        <button
          type="button"
          className="btn primary"
          disabled={sending}
          data-testid="audit-read"
          onClick={() => void ask(null)}
        >
          {t(sending ? 'append.sending' : 'pages.admin.auditRead')}
        </button>
      </p>
      <div aria-live="polite">
        {failure ? (
          <p className="fault" role="alert" data-testid="audit-failure">
            {failure}
          </p>
        ) : null}
        {asked && entries.length === 0 ? <p className="empty-state">{t('pages.admin.auditEmpty')}</p> : null}
      </div>
      {entries.length > 0 ? (
        <ScrollRegion label={t('pages.admin.audit')}>
          <table className="tbl by-rows" id="audit">
            <caption className="vh">{t('pages.admin.audit')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('pages.admin.auditAt')}</th>
                <th scope="col">{t('pages.admin.auditOperation')}</th>
                <th scope="col">{t('pages.admin.auditActor')}</th>
                <th scope="col">{t('pages.board.outcome')}</th>
                <th scope="col">{t('pages.admin.auditPositions')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, i) => (
                <tr key={`${entry.at} ${entry.traceId ?? i}`} data-testid="audit-row">
                  <td className="num half">{entry.at.slice(0, 19).replace('T', ' ')}</td>
                  <th scope="row">{told(t, 'operation', entry.operation)}</th>
                  <td className="half">
                    {entry.actor ?? '—'}{' '}
                    <span className="q">{entry.role === null ? null : told(t, 'role', entry.role)}</span>
                  </td>
                  <td className="half">
                    {t(`pages.admin.outcome.${entry.outcome}`)}{' '}
                    <span className="q">{entry.codes.join(', ')}</span>
                  </td>
                  <td className="num half" data-label={t('pages.admin.auditPositions')}>
                    {entry.positions.join(', ') || '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
      {more === null ? null : (
        <p className="actions">
          <button type="button" className="btn" disabled={sending} onClick={() => void ask(more)}>
            {t('pages.admin.auditMore')}
          </button>
        </p>
      )}
    </div>
  );
}

/** A word of the audit trail; one that has come since is told as it is. */
function told(t: Translate, kind: 'operation' | 'role', word: string): string {
  const key = `pages.admin.${kind}.${word}`;
  const text = t(key as MessageKey);
  return text === key ? word : text;
}
