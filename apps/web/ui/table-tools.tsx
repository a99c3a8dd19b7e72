'use client';
import { useLanguage } from '@/language/language-provider';
import { CopyCitation } from './copy-button';
import { SaveDrawing } from './save-drawing';
import { csvOf, rowsOf } from './table-csv';

/** Under a report: its table as CSV, and how to cite it. */
export function TableTools({
  table,
  file,
  citation,
  drawing,
}: {
  /** Id of the table that is taken away. */
  readonly table: string;
  readonly file: string;
  readonly citation: string;
  /** Id of the report's `<svg>`, where it has one. */
  readonly drawing?: string;
}) {
  const { t } = useLanguage();
  const download = (): void => {
    const found = document.getElementById(table);
    if (!(found instanceof HTMLTableElement)) return;
    const url = URL.createObjectURL(new Blob([csvOf(rowsOf(found))], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${file}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <span className="tools">
      <button type="button" className="linkish" data-testid="csv" onClick={download}>
        {t('pages.tools.csv')}
      </button>
      {drawing === undefined ? null : <SaveDrawing drawing={drawing} file={file} citation={citation} />}
      <CopyCitation citation={citation} />
    </span>
  );
}
