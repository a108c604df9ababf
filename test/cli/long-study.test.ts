/** A study of 100,000 futures holds its outcomes and the places of its chunks, and nothing else that grows. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ResumableExecutor } from '../../src/cli/resume.ts';
import type { Executor } from '../../src/study/executor.ts';
import type { ResultOf, Task } from '../../src/study/job.ts';
import { OUTCOMES } from '../../src/study/outcomes.ts';
import { runStudy, type StudyRequest } from '../../src/study/study.ts';

const folder = mkdtempSync(join(tmpdir(), 'forestall-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Gives made-up outcomes at once, the same for the same future; stops after `most` chunks. */
function quick(most = Infinity): Executor & { done: number } {
  return {
    workers: 1, done: 0, open: async () => {}, close: async () => {},
    async perform<T extends Task>(tasks: readonly T[], onResult: (result: ResultOf<T>, task: T) => void) {
      for (const task of tasks) {
        if (task.kind !== 'outcomes') throw new Error('outcomes alone are asked for');
        if (this.done++ >= most) throw new Error('stopped');
        const outcomes = Float64Array.from({ length: task.count * OUTCOMES.length }, (_, i) => Math.sin(task.firstRun * OUTCOMES.length + i) * (task.plan.id === 'a' ? 1 : 1.1));
        onResult({ firstRun: task.firstRun, count: task.count, outcomes } as unknown as ResultOf<T>, task);
      }
    },
  };
}

const RUNS = 100_000;
const plan = (id: string) => ({ id, hash: `${id}${'0'.repeat(15)}`, rows: [] });
const request: StudyRequest = { scenario: 'long', scenarioHash: 'x', parametersHash: 'y', plans: [plan('a'), plan('b')], seed: 1, runs: RUNS, preset: 'conservative', ensemble: 'events', regions: 16, days: 540 };

describe('a long study', () => {
  it('stays small, and taken up again gives the same bytes', async () => {
    const path = join(folder, 'long.part');
    const whole = JSON.stringify(await runStudy(quick(), request));
    const first = new ResumableExecutor(quick(4000), path, 'long');
    await expect(runStudy(first, request)).rejects.toThrow('stopped');
    await first.close();
    expect(statSync(path).size).toBeGreaterThan(4000 * OUTCOMES.length * 16 * 8);

    const inner = quick();
    const again = new ResumableExecutor(inner, path, 'long');
    expect(again.found).toBe(4000);
    const before = process.memoryUsage();
    const report = await runStudy(again, request);
    const after = process.memoryUsage();
    expect(JSON.stringify(report)).toBe(whole);
    expect(inner.done).toBe(2 * RUNS / 16 - 4000);
    // outcomes of two plans, 16 numbers a future, and what comparing them takes for a while
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(2 * RUNS * OUTCOMES.length * 8 + 60e6);
    again.forget();
    expect(existsSync(path)).toBe(false);
  });
});
