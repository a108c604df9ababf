/**
 * The two themes as CSS variables, and the switch between them.
 *
 * The build writes `themeStyles()` and `THEME_SCRIPT` into the head of index.html, so the first paint is right. The
 * theme follows the system until `chooseTheme` sets `data-theme` on the root element.
 */
import { tokensOf, type Theme } from '../charts/tokens.ts';

export type ThemeChoice = Theme | 'system';

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/**
 * CSS variables of a theme, by name, in the order of assets/tokens.json: `--bg`, `--focus-inner`, `--tension-1` …
 * `--tension-5`, `--tension-low`, `--plan-a` … `--plan-h`, `--plan-baseline`, and so on.
 */
export function cssVariables(theme: Theme): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(tokensOf(theme)) as [string, unknown][]) {
    if (typeof value === 'string') variables[`--${kebab(name)}`] = value;
    else if (Array.isArray(value)) {
      // A scale of one class needs no number: --tension-low.
      for (const [i, colour] of value.entries()) variables[`--${kebab(name)}${value.length > 1 ? `-${i + 1}` : ''}`] = String(colour);
    } else {
      for (const [letter, colour] of Object.entries(value as Record<string, string>)) variables[`--plan-${letter.toLowerCase()}`] = colour;
    }
  }
  return variables;
}

/** The style sheet of both themes. */
export function themeStyles(): string {
  const block = (theme: Theme): string =>
    [`color-scheme: ${theme}`, ...Object.entries(cssVariables(theme)).map(([name, value]) => `${name}: ${value}`)].join('; ');
  return [
    `:root { ${block('light')} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${block('dark')} } }`,
    `:root[data-theme='dark'] { ${block('dark')} }`,
  ].join('\n');
}

const SAVED_CHOICE = 'forestall.theme';

/** Script for the head of index.html: a saved choice is applied before the first paint. */
export const THEME_SCRIPT = `try { const theme = localStorage.getItem('${SAVED_CHOICE}'); if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme; } catch {}`;

/** The choice in force: what `data-theme` says, or the system's. */
export function chosenTheme(root: HTMLElement = document.documentElement): ThemeChoice {
  const theme = root.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** The theme that a choice means now. */
export function themeOf(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Shows a theme and remembers the choice: `data-theme` on the root element, none while following the system. */
export function chooseTheme(choice: ThemeChoice, root: HTMLElement = document.documentElement): void {
  if (choice === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = choice;
  try {
    if (choice === 'system') localStorage.removeItem(SAVED_CHOICE);
    else localStorage.setItem(SAVED_CHOICE, choice);
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
}
