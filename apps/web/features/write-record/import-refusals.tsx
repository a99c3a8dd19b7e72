'use client';
import { useLanguage } from '@/language/language-provider';
import { sayRow } from '@/language/refusal';
import type { ImportAnswer } from './append-queries';

/** Rows of a file that could not be read, each by its line: why, in the page's language, and the importer's own remark with the place in the row. */
export function ImportRefusals({ errors }: { readonly errors: ImportAnswer['rowErrors'] }) {
  const { locale, t } = useLanguage();
  return (
    <ul className="list-links blk">
      {errors.map(({ line, code, reason }) => {
        const said = locale === 'en' ? null : sayRow(t, code);
        return (
          <li key={`${line} ${code} ${reason}`} data-testid="row-error" data-code={code}>
            <span className="num">{t('pages.admin.lineNumber', { line })}</span>
            <span>
              {said === null ? null : <span>{said} </span>}
              <span lang="en" className={said === null ? undefined : 'q s12'}>
                {reason}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
