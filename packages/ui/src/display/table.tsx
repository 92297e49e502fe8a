import type { Child } from "hono/jsx";

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => Child;
  /** Aligned at the end, with figures of equal width. */
  readonly numeric?: boolean;
  /** The column that names its row; the first one unless another says so. */
  readonly heads?: boolean;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Instead of the rows, where there are none: an EmptyState. */
  readonly empty?: Child;
  readonly compact?: boolean;
}

/** A table that becomes a list of labelled cards on a narrow screen. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, empty, compact } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  const heads = columns.findIndex((column) => column.heads);
  const headAt = heads === -1 ? 0 : heads;
  return (
    <table class={`usa-table usa-table--borderless cc-table${compact ? " cc-table--compact" : ""}`}>
      <caption class={captionHidden ? "usa-sr-only" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.numeric ? "cc-number" : undefined}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column, at) => {
              const look = column.numeric ? "cc-number" : undefined;
              return at === headAt ? (
                <th scope="row" data-label={column.header} class={look}>
                  {column.cell(row)}
                </th>
              ) : (
                <td data-label={column.header} class={look}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
