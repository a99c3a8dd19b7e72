'use client';
import { useId, useState } from 'react';
import { inLocale } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { refusalOfError } from '@/language/refusal';
import { graphqlClient } from '@/lib/graphql-client';
import { ScrollRegion } from '@/ui/scroll-region';
import {
  type ImportAnswer,
  type ImportedCorrection,
  type ImportedDraft,
  importMutation,
} from './append-queries';
import { CorrectionReview } from './correction-review';
import { DraftReview } from './draft-review';
import { ImportRefusals } from './import-refusals';
import { labelsAt, sayFailure } from './say-fault';

const KINDS = [
  'FEDERAL_REGISTER',
  'OWN_CSV',
  'OWN_NDJSON',
  'OWN_YAML',
  'GLOBAL_TRADE_ALERT',
  'FOLLOW_THE_MONEY',
  'OFAC_SDN',
] as const;
type ImportKind = (typeof KINDS)[number];
type Proposed = { readonly draft: ImportedDraft } | { readonly correction: ImportedCorrection };

/** Files of others become drafts; nothing is written until a draft was looked at and appended. */
export function ImportDesk({ token }: { readonly token: string }) {
  const { locale, t } = useLanguage();
  const [kind, setKind] = useState<ImportKind>('FEDERAL_REGISTER');
  const [content, setContent] = useState('');
  const [fileName, setFileName] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [open, setOpen] = useState<Proposed | null>(null);
  const kindId = useId();
  const fileId = useId();
  const textId = useId();
  const send = async (): Promise<void> => {
    setSending(true);
    setFailure(null);
    const { data, error } = await graphqlClient()
      .mutation(
        importMutation,
        { input: { kind, content, ...(fileName === null ? {} : { fileName }) } },
        { fetchOptions: { headers: { authorization: `Bearer ${token}` } } },
      )
      .toPromise();
    setSending(false);
    setOpen(null);
    setAnswer(data?.importEvents ?? null);
    setFailure(error ? sayFailure(t, refusalOfError(error)) : null);
  };
  return (
    <div className="blk">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="f2">
          <div className="fld">
            <label htmlFor={kindId}>{t('pages.admin.importKind')}</label>
            <select
              id={kindId}
              className="inp"
              value={kind}
              data-testid="import-kind"
              onChange={(event) => setKind(event.target.value as ImportKind)}
            >
              {KINDS.map((name) => (
                <option key={name} value={name}>
                  {t(`pages.admin.importKinds.${name}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="fld">
            <label htmlFor={fileId}>{t('pages.admin.importFile')}</label>
            <input
              id={fileId}
              className="inp"
              type="file"
              onChange={async (event) => {
                const file = event.target.files?.[0];
                if (!file) return;
                setFileName(file.name);
                setContent(await file.text());
              }}
            />
          </div>
        </div>
        <div className="fld">
          <label htmlFor={textId}>{t('pages.admin.importText')}</label>
          <textarea
            id={textId}
            className="inp code"
            rows={8}
            spellCheck={false}
            value={content}
            data-testid="import-text"
            onChange={(event) => setContent(event.target.value)}
          />
        </div>
        <p className="actions">
          <button
            type="submit"
            className="btn primary"
            disabled={sending || content.trim() === ''}
            data-testid="import-read"
          >
            {t(sending ? 'append.sending' : 'pages.admin.importRead')}
          </button>
        </p>
      </form>
      <div aria-live="polite">
        {failure ? (
          <p className="fault" role="alert" data-testid="import-failure">
            {failure}
          </p>
        ) : null}
        {answer ? (
          <p className="note" data-testid="import-summary">
            {t('pages.admin.importSummary', {
              drafts: answer.drafts.length,
              corrections: answer.corrections.length,
              recorded: answer.alreadyRecorded,
              errors: answer.rowErrors.length,
            })}
          </p>
        ) : null}
      </div>
      {answer && answer.drafts.length + answer.corrections.length > 0 ? (
        <ScrollRegion label={t('pages.admin.drafts')}>
          <table className="tbl">
            <caption className="vh">{t('pages.admin.drafts')}</caption>
            <thead>
              <tr>
                <th scope="col" className="r">
                  {t('pages.admin.line')}
                </th>
                <th scope="col">{t('pages.admin.draft')}</th>
                <th scope="col">{t('pages.admin.review')}</th>
                <th scope="col">
                  <span className="vh">{t('pages.admin.openDraft')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {answer.drafts.map((draft) => (
                <tr
                  key={draft.id}
                  data-testid="draft-row"
                  data-id={draft.id}
                  data-review={draft.needsReview.join(' ')}
                >
                  <td className="r num">{draft.line}</td>
                  <th scope="row">{inLocale(draft.title, locale)}</th>
                  <td className="kn">{labelsAt(t, draft.needsReview)}</td>
                  <td className="r">
                    <button type="button" className="btn sm" onClick={() => setOpen({ draft })}>
                      {t('pages.admin.openDraft')}
                    </button>
                  </td>
                </tr>
              ))}
              {answer.corrections.map((correction) => (
                <tr key={correction.id} data-testid="correction-row" data-id={correction.target}>
                  <td className="r num">{correction.line}</td>
                  <th scope="row">{inLocale(correction.title, locale)}</th>
                  <td className="kn">
                    {t('pages.admin.corrects', { reason: inLocale(correction.reason, locale) })}
                  </td>
                  <td className="r">
                    <button type="button" className="btn sm" onClick={() => setOpen({ correction })}>
                      {t('pages.admin.openDraft')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
      {answer && answer.rowErrors.length > 0 ? <ImportRefusals errors={answer.rowErrors} /> : null}
      {open && 'draft' in open ? <DraftReview key={open.draft.id} draft={open.draft} token={token} /> : null}
      {open && 'correction' in open ? (
        <CorrectionReview key={open.correction.id} correction={open.correction} token={token} />
      ) : null}
    </div>
  );
}
