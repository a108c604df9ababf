/** The library: one door, bundled for Node and for a browser, run where there is nothing but JavaScript. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import * as library from '../src/index.ts';
import { InlineExecutor } from '../src/workers/inline.ts';
import { briefPlans, briefScenario } from './make/command-line.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NAMES = [
  'ENGINE', 'ENSEMBLES', 'OUTCOMES', 'PARAMETERS', 'PRESETS', 'Simulator', 'UNIT_TYPES', 'checkPlan', 'delayCurve', 'delayGoal', 'findingLine', 'hasErrors', 'parametersHash', 'parsePlan', 'parseScenario', 'planHash', 'planText', 'planWorld',
  'preparePlan', 'reportRun', 'runStudy', 'scenarioHash', 'seedFrom', 'startVariants', 'verifyResult', 'worldOf',
];

/** Uses the bundle as a stranger would, after taking away what Node has and a browser has not. */
const STRANGER = `
const write = process.stdout.write.bind(process.stdout);
const [, , bundle, bare, scenarioText, planText] = process.argv;
if (bare === 'bare') for (const name of ['process', 'Buffer', 'setImmediate', 'clearImmediate', 'global', 'navigator', 'performance', 'crypto', 'fetch', 'structuredClone']) delete globalThis[name];
const f = await import(bundle);
const { value: scenario } = f.parseScenario(scenarioText, 'scenario.json');
const world = f.planWorld(scenario);
const { plan } = f.parsePlan(planText, 'plan.json', scenario);
const none = { ...plan, id: 'none', actions: [] };
const input = f.worldOf(scenario);
const simulator = new f.Simulator(input);
const executor = { workers: 1, open: async () => {}, close: async () => {}, perform: async (tasks, onResult) => { for (const task of tasks) onResult(simulator.perform(task), task); } };
const request = { scenario: scenario.id, scenarioHash: f.scenarioHash(scenario), parametersHash: f.parametersHash(input), plans: [none, plan].map(one => f.preparePlan(one, world)), seed: f.seedFrom('spring'), runs: 6, preset: 'conservative', ensemble: 'events', regions: scenario.regions.length, days: scenario.days };
const run = f.reportRun({ world: input, scenarioHash: request.scenarioHash, plan: request.plans[1], seed: 1 });
const bad = f.parseScenario('{"format": 2, "regions": [', 'bad.json').diagnostics.map(f.findingLine);
write(JSON.stringify({ names: Object.keys(f).sort(), run, study: await f.runStudy(executor, request), bad }));
`;

describe('the library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forestall-library-'));
  const scenarioText = JSON.stringify(briefScenario());
  const plan = briefPlans()[1]!;
  const bundle = async (name: string, entry: string, forNode: boolean): Promise<string> => {
    await build({
      configFile: false, root: ROOT, logLevel: 'error', publicDir: false,
      ...(forNode ? { ssr: { noExternal: true, target: 'node' as const } } : {}),
      build: {
        outDir: join(folder, name), emptyOutDir: false, minify: !forNode, target: forNode ? 'node20' : 'es2023',
        ...(forNode ? { ssr: entry } : { lib: { entry, formats: ['es'] } }),
        rolldownOptions: { output: { entryFileNames: 'forestall.mjs' } },
      },
    });
    return join(folder, name, 'forestall.mjs');
  };
  let forNode: string;
  let forBrowsers: string;
  beforeAll(async () => {
    writeFileSync(join(folder, 'stranger.mjs'), STRANGER);
    forNode = await bundle('node', join(ROOT, 'src/index.ts'), true);
    forBrowsers = await bundle('browser', join(ROOT, 'src/index.ts'), false);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has one door of few names', () => {
    expect(Object.keys(library).sort()).toEqual(NAMES);
  });
  it.each(['node', 'browser'])('runs in its bundle for %s, to the same bits as here', async target => {
    const path = target === 'node' ? forNode : forBrowsers;
    const answer = JSON.parse(execFileSync(process.execPath, [join(folder, 'stranger.mjs'), path, target === 'node' ? 'node' : 'bare', scenarioText, library.planText(plan)], { cwd: folder, encoding: 'utf8' })) as { names: string[]; run: unknown; study: { seed: number }; bad: string[] };
    expect(answer.names).toEqual(NAMES);

    const { value: scenario } = library.parseScenario(scenarioText);
    const world = library.planWorld(scenario!);
    const input = library.worldOf(scenario!);
    const hash = library.scenarioHash(scenario!);
    const plans = [{ ...plan, id: 'none', actions: [] }, plan].map(one => library.preparePlan(one, world));
    expect(answer.run).toEqual(JSON.parse(JSON.stringify(library.reportRun({ world: input, scenarioHash: hash, plan: plans[1]!, seed: 1 }))));
    const executor = new InlineExecutor();
    await executor.open(input);
    const study = await library.runStudy(executor, { scenario: 'small', scenarioHash: hash, parametersHash: library.parametersHash(input), plans, seed: library.seedFrom('spring'), runs: 6, preset: 'conservative', ensemble: 'events', regions: 4, days: 60 });
    expect(library.verifyResult(answer.study, study)).toBeUndefined();
    expect(answer.bad).toEqual([expect.stringMatching(/^error json\/truncated bad\.json:1 /)]);
  });
  it('asks for nothing from outside in its bundle for browsers', () => {
    const text = readFileSync(forBrowsers, 'utf8');
    expect(text).not.toMatch(/(?:^|[;\n}])\s*import[\s{"']/);
    expect(text).not.toMatch(/["']node:/);
  });
  it('has no side effects: who takes one name takes little else', async () => {
    const entry = join(folder, 'one.ts');
    writeFileSync(entry, `export { ENGINE } from '${join(ROOT, 'src/index.ts')}';`);
    expect(statSync(await bundle('one', entry, false)).size).toBeLessThan(500);
    expect(statSync(forBrowsers).size).toBeGreaterThan(200_000);
  });
});
