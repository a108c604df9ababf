/** Reading TypeScript source without a parser: code without comments and strings, and the imports it makes. */

const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|of|in|do|else|void|delete))\s*$/;

/** Ends of a quoted string, a regular expression or a comment that begins at `i`; `i` itself when none does. */
function endOfToken(text: string, i: number, before: string): number {
  const c = text[i]!;
  const next = text[i + 1];
  if (c === '/' && next === '/') {
    const end = text.indexOf('\n', i);
    return end < 0 ? text.length : end;
  }
  if (c === '/' && next === '*') {
    const end = text.indexOf('*/', i + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (c === "'" || c === '"' || (c === '/' && BEFORE_REGEX.test(before))) {
    let inClass = false;
    for (let j = i + 1; j < text.length; j++) {
      const d = text[j]!;
      if (d === '\\') j++;
      else if (d === '\n') return j;
      else if (c === '/' && d === '[') inClass = true;
      else if (c === '/' && d === ']') inClass = false;
      else if (d === c && !inClass) return j + 1;
    }
    return text.length;
  }
  return i;
}

/**
 * The code of a `.ts` file with comments, strings, regular expressions and the text of templates blanked out, line
 * for line. Expressions inside templates stay.
 */
export function codeOf(text: string): string {
  let code = '';
  const blank = (from: number, to: number): void => {
    code += text.slice(from, to).replace(/[^\n]/g, ' ');
  };
  /** Depth of braces in each open `${ … }`. */
  const open: number[] = [];
  const template = (from: number): number => {
    for (let j = from; j < text.length; j++) {
      if (text[j] === '\\') j++;
      else if (text[j] === '`') {
        blank(from, j + 1);
        return j + 1;
      } else if (text[j] === '$' && text[j + 1] === '{') {
        blank(from, j + 2);
        open.push(0);
        return j + 2;
      }
    }
    blank(from, text.length);
    return text.length;
  };
  let i = 0;
  while (i < text.length) {
    const end = endOfToken(text, i, code.slice(-40));
    if (end > i) {
      blank(i, end);
      i = end;
      continue;
    }
    const c = text[i]!;
    if (c === '`') {
      code += ' ';
      i = template(i + 1);
    } else if (c === '}' && open.at(-1) === 0) {
      open.pop();
      code += ' ';
      i = template(i + 1);
    } else {
      if (open.length > 0 && c === '{') open[open.length - 1]! += 1;
      if (open.length > 0 && c === '}') open[open.length - 1]! -= 1;
      code += c;
      i++;
    }
  }
  return code;
}

/** How a module is reached: `type` leaves nothing at run time, `url` loads it as a worker or an asset. */
export interface Import {
  readonly specifier: string;
  readonly how: 'value' | 'type' | 'dynamic' | 'url';
  /** The words between `import` and `from`; empty for the other forms. */
  readonly names: string;
}

/** Every import of a file, by regular expression; those in comments do not count. */
export function importsOf(text: string): Import[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const m of bare.matchAll(/^[ \t]*(?:import|export)\b([^'"`;=]*?)\bfrom\s*['"]([^'"]+)['"]/gm))
    found.push({ specifier: m[2]!, how: /^\s*type\b(?!\s*,|\s+from)/.test(m[1]!) ? 'type' : 'value', names: m[1]!.trim() });
  for (const m of bare.matchAll(/^[ \t]*import\s*['"]([^'"]+)['"]/gm)) found.push({ specifier: m[1]!, how: 'value', names: '' });
  for (const m of bare.matchAll(/\bimport\s*\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]/g)) found.push({ specifier: m[1]!, how: 'dynamic', names: '' });
  for (const m of bare.matchAll(/\bnew\s+URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g)) found.push({ specifier: m[1]!, how: 'url', names: '' });
  return found;
}
