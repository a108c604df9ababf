/** The page that `study --report` writes: its structure, and that its numbers are those of --json. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callForestall, openCommandLine, type CommandLine } from '../make/command-line.ts';

let cli: CommandLine;
let page: string;
let study: unknown;
beforeAll(async () => {
  cli = await openCommandLine();
  const file = cli.path('report.html');
  const ended = await callForestall('study', cli.path('small'), '--plans', 'none,a', '--runs', '12', '--workers', '1', '--report', file, '--outcome', 'needReached', '--set', 'branching=0.3', '--json');
  expect(ended.code).toBe(0);
  study = JSON.parse(ended.stdout);
  page = readFileSync(file, 'utf8');
});
afterAll(() => cli.remove());

/** Value at a path such as `plans[0].outcomes.cost.mean`. */
const at = (path: string): unknown => path.split(/[.[\]]+/).filter(Boolean).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], study);

describe('the report of a study', () => {
  it('says first what to do, then how sure, then what would change it', () => {
    const titles = [...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(found => found[1]);
    expect(titles).toEqual(['Recommendation', 'How sure', 'What would change my mind', 'The plans', 'Pictures', 'Every number', 'Assumptions', 'Where this comes from']);
  });

  it('carries every number of the study, to the last bit', () => {
    const figures = [...page.matchAll(/<data value="([^"]*)" data-path="([^"]*)">/g)].map(found => ({ value: Number(found[1]), path: found[2]! }));
    const seen = new Set(figures.map(({ path }) => path));
    for (const { value, path } of figures) expect(value, path).toBe(at(path));
    const { plans, comparisons } = study as { plans: { outcomes: Record<string, Record<string, unknown>> }[]; comparisons: unknown[] };
    plans.forEach(({ outcomes }, i) => { for (const [name, summary] of Object.entries(outcomes)) for (const key of Object.keys(summary).filter(each => each !== 'unit')) expect(seen).toContain(`plans[${i}].outcomes.${name}.${key}`); });
    comparisons.forEach((_, i) => { for (const key of ['aBetter', 'bBetter', 'ties', 'difference.mean', 'difference.median', 'difference.p5', 'difference.p95', 'difference.ci95[0]', 'difference.ci95[1]']) expect(seen).toContain(`comparisons[${i}].${key}`); });
  });

  it('holds itself: no script, no address to load from, vector pictures with names', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|src=/);
    const pictures = [...page.matchAll(/<svg [^>]*role="img" aria-label="([^"]+)"/g)];
    expect(pictures.length).toBe(4);
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
    // dots of the difference: fifty
    expect([...page.matchAll(/<circle /g)]).toHaveLength(50);
  });

  it('says plans as sentences, the parameters changed, hashes, the disclaimers; no words of proof', () => {
    expect(page).toMatch(/D\+20, [^:]*: Deploy/);
    expect(page).toContain('branching');
    expect(page).toContain('set for this study');
    const { hashes } = study as { hashes: { scenario: string; parameters: string; result: string; plans: Record<string, string> } };
    for (const hash of [hashes.scenario, hashes.parameters, hashes.result, ...Object.values(hashes.plans)]) expect(page).toContain(hash);
    expect(page).toContain('These results describe the model, not the world.');
    expect(page).toContain('Not a United Nations product');
    expect(page).not.toMatch(/significant|proves|lives saved/i);
    expect(page).not.toContain('Historical case.');
  });
});

it('a historical case has its dates in the title and the watermark on the page', async () => {
  const scenario = JSON.parse(readFileSync(cli.path('small/scenario.json'), 'utf8')) as Record<string, unknown>;
  cli.write('past/scenario.json', JSON.stringify({ ...scenario, id: 'south-sudan-2013', kind: 'historical', start: '2013-12-15', events: [], sources: [{ id: 'record', text: 'A public record' }] }));
  cli.write('past/plans/a.json', readFileSync(cli.path('small/plans/a.json'), 'utf8').replace('"scenario": "small"', '"scenario": "south-sudan-2013"'));
  const file = cli.path('past.html');
  const { code, stderr } = await callForestall('study', cli.path('past'), '--plans', 'a', '--runs', '3', '--workers', '1', '--report', file);
  expect(code, stderr).toBe(0);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('<p class="watermark">Historical case. Illustrative only. Not for operational use.</p>');
  expect(text).toMatch(/<h1>[^<]*15 December 2013 to 12 February 2014/);
  expect(text).toContain('is not a judgement of the people who were there');
});
