/** Comma-separated tables (RFC 4180): quoted cells, doubled quotes, either line end; one header row. */

export interface CsvRow {
  /** Line of the file the row begins on, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** Splits a text into records of cells, each with the line it begins on. */
function recordsOf(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRecord = (): void => {
    cells.push(cell.trim());
    if (cells.length > 1 || cells[0] !== '') records.push({ line: begun, cells });
    cells = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === '\n') line++;
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') { cell += '"'; i++; }
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell.trim() === '') { quoted = true; cell = ''; }
    else if (sign === ',') { cells.push(cell.trim()); cell = ''; }
    else if (sign === '\n') { endRecord(); begun = line; }
    else if (sign !== '\r') cell += sign;
  }
  endRecord();
  return records;
}

/** Reads a table; lines that begin with # are comments. A row with too few cells has empty ones. */
export function parseCsv(text: string): CsvTable {
  const [head, ...rows] = recordsOf(text.replace(/^\uFEFF/, '')).filter(record => !record.cells[0]!.startsWith('#'));
  const columns = head?.cells ?? [];
  return { columns, rows: rows.map(({ line, cells }) => ({ line, cells: Object.fromEntries(columns.map((name, j) => [name, cells[j] ?? ''])) })) };
}
