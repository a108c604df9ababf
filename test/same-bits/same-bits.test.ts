/** The same bits on every engine at hand: a million inputs of each function of the kernel, and whole runs. */
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, openPlans, planInput } from '../../src/cli/options.ts';
import { engines } from './engines.ts';
import { KERNEL_FUNCTIONS, kernelBits } from './kernel-bits.ts';
import { runBits, type RunInput } from './run-bits.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const INPUTS = 1_000_000;

const desk = openDesk('halvane', { preset: 'conservative', set: [] });
const runs: RunInput[] = openPlans(desk, ['none', 'a'], false).map(plan => ({ name: `halvane ${plan.id}`, scenario: desk.open.scenario, scenarioHash: desk.scenarioHash, plan: planInput(plan, desk.planWorld), seed: 1 }));

describe('the same bits', () => {
  let script = '';
  let here: { kernel: Record<string, string>; runs: Record<string, string> };
  const folder = mkdtempSync(join(tmpdir(), 'forestall-bits-'));

  beforeAll(async () => {
    const { build } = await import('vite');
    await build({
      configFile: false, root: ROOT, logLevel: 'error', publicDir: false,
      build: { outDir: folder, emptyOutDir: false, minify: false, target: 'es2022', lib: { entry: join(ROOT, 'test/same-bits/entry.ts'), formats: ['iife'], name: 'sameBits', fileName: () => 'script.js' } },
    });
    script = readFileSync(join(folder, 'script.js'), 'utf8');
    here = { kernel: kernelBits(INPUTS), runs: runBits(runs) };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there to compare: Chromium at least', () => {
    expect(engines().map(engine => engine.name)).toContain('Chromium');
    expect(KERNEL_FUNCTIONS.length).toBeGreaterThan(15);
  });
  it('come twice in a row here', () => {
    expect(kernelBits(10_000)).toEqual(kernelBits(10_000));
    expect(runBits(runs)).toEqual(here.runs);
  });
  it.each(engines().map(engine => [engine.name, engine] as const))('come from %s', async (_, engine) => {
    const answer = JSON.parse(await engine.run(script, JSON.stringify({ count: INPUTS, runs }))) as typeof here;
    expect(answer).toEqual(here);
  });
  it('would show a single changed bit', () => {
    const changed = { ...runs[1]!, seed: 2 };
    expect(runBits([changed])).not.toEqual({ [changed.name]: here.runs[changed.name] });
  });
});
