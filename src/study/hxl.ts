/** Tables as CSV with a row of HXL hashtags under the heads, so that humanitarian tools can read them. */

export interface HxlColumn<Row> {
  readonly head: string;
  /** Hashtag and attributes, such as "#adm1+code". */
  readonly tag: string;
  /** The cell; undefined or a number that is not finite is left empty. */
  readonly cell: (row: Row) => string | number | undefined;
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Numbers in plain digits, at most three decimals. */
function cellText(value: string | number | undefined): string {
  if (typeof value === 'string') return quoted(value);
  return value === undefined || !Number.isFinite(value) ? '' : String(Math.round(value * 1000) / 1000);
}

/** CSV (RFC 4180, with line feeds): heads, hashtags, rows. */
export function hxlCsv<Row>(columns: readonly HxlColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(column => quoted(column.head)), columns.map(column => column.tag), ...rows.map(row => columns.map(column => cellText(column.cell(row))))];
  return `${lines.map(line => line.join(',')).join('\n')}\n`;
}
