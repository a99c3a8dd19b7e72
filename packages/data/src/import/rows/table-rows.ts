import type { OpenText } from '../imported-row.js';
import { RowFault } from '../imported-row.js';
import { csvRows } from './csv-rows.js';

export interface TableRow<Column extends string> {
  readonly line: number;
  /** The cells by column. @throws RowFault for a row that cannot be read. */
  readonly read: () => Readonly<Partial<Record<Column, string>>>;
}

/** The rows of a CSV whose first row names the columns; with a header that `columnsOf` refuses, one row that tells why. */
export async function* tableRows<Column extends string>(
  open: OpenText,
  columnsOf: (header: readonly string[]) => readonly Column[],
): AsyncGenerator<TableRow<Column>> {
  let columns: readonly Column[] | null = null;
  for await (const { line, cells, fault } of csvRows(open)) {
    const refused = (error: RowFault): TableRow<Column> => ({
      line,
      read: () => {
        throw error;
      },
    });
    if (fault !== undefined) yield refused(new RowFault('NOT_CSV', `${fault}.`));
    else if (columns === null) {
      try {
        columns = columnsOf(cells);
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        yield refused(error);
        return;
      }
    } else if (cells.length !== columns.length)
      yield refused(
        new RowFault('WRONG_SHAPE', `the row has ${cells.length} cells and the header ${columns.length}.`),
      );
    else {
      const names: readonly Column[] = columns;
      yield {
        line,
        read: () =>
          Object.fromEntries(names.map((name, i) => [name, cells[i]])) as Partial<Record<Column, string>>,
      };
    }
  }
}
