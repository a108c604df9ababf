/** Pieces of a page as text: escaped words, numbers with their exact value, tables. */

/** Text that may stand anywhere in a page. */
export function escapeText(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A number as readers see it, with the number of `study --json` behind it. @param path where it stands there */
export function figure(value: number | null, shown: string, path: string): string {
  return `<data value="${value === null ? '' : String(value)}" data-path="${escapeText(path)}">${escapeText(shown)}</data>`;
}

/** A table; cells are page text. The first column names rows. */
export function pageTable(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell, j) => (j === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  return `<table><caption>${escapeText(caption)}</caption><thead><tr>${head.map(title => `<th scope="col">${escapeText(title)}</th>`).join('')}</tr></thead><tbody>${rows.map(row => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`;
}

export const list = (items: readonly string[]): string => `<ul>${items.map(item => `<li>${escapeText(item)}</li>`).join('')}</ul>`;
export const paragraph = (words: string): string => `<p>${escapeText(words)}</p>`;
