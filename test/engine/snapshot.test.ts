/** Snapshots: a restored run goes on as if nothing had happened, at any day, to the last bit. */
import { describe, expect, it } from 'vitest';
import { benchWorld } from '../../src/cli/bench-world.ts';
import { buildTables } from '../../src/engine/build-tables.ts';
import { startRun, step, type Run } from '../../src/engine/run.ts';
import { buildSchedule } from '../../src/engine/schedule.ts';
import { copyState, restore, snapshotOf } from '../../src/engine/snapshot.ts';
import { stateFor } from '../../src/engine/run.ts';
import { Hasher } from '../../src/kernel/hash.ts';
import { compilePlan } from '../../src/plan/compile.ts';
import { planWorld } from '../../src/plan/world.ts';
import { parametersFor } from '../../src/scenario/parameters.ts';

const { scenario, plan } = benchWorld();
const t = buildTables({ ...scenario, days: 150 }, parametersFor('conservative'));
const o = buildSchedule(compilePlan(plan, planWorld(scenario)), t.initialUnits);
const hashOf = (run: Run): string => new Hasher().words(new Int32Array(run.s.buffer)).digest();
const toDay = (run: Run, day: number): Run => {
  while (run.day < day) step(run);
  return run;
};

describe('a snapshot', () => {
  const whole = hashOf(toDay(startRun(t, o, 3, 4), 150));
  it.each([0, 1, 50, 149])('taken before day %i continues to the same bits', day => {
    const bytes = snapshotOf(toDay(startRun(t, o, 3, 4), day));
    expect(hashOf(toDay(restore(bytes, t, o), 150))).toBe(whole);
  });
  it('of a restored run has the same bytes', () => {
    const bytes = snapshotOf(toDay(startRun(t, o, 3, 4), 60));
    expect(snapshotOf(restore(bytes, t, o))).toEqual(bytes);
  });
  it('may be taken and restored on every single day', () => {
    let run = startRun(t, o, 3, 4);
    while (run.day < 150) {
      step(run);
      run = restore(snapshotOf(run), t, o);
    }
    expect(hashOf(run)).toBe(whole);
  });
  it('shares nothing with the run it was taken from', () => {
    const run = toDay(startRun(t, o, 3, 4), 30);
    const copy = stateFor(t, o);
    copyState(run.s, copy);
    const before = new Hasher().words(new Int32Array(copy.buffer)).digest();
    toDay(run, 60);
    expect(new Hasher().words(new Int32Array(copy.buffer)).digest()).toBe(before);
    expect(hashOf(run)).not.toBe(before);
  });
  it('of something else is refused in a sentence', () => {
    const bytes = snapshotOf(startRun(t, o, 3, 4));
    const changed = (at: number, value: number): Uint8Array => {
      const copy = bytes.slice();
      new DataView(copy.buffer).setInt32(at, value, true);
      return copy;
    };
    expect(() => restore(changed(0, 1), t, o)).toThrow('not a snapshot');
    expect(() => restore(changed(4, 99), t, o)).toThrow('format');
    expect(() => restore(changed(8, 9999), t, o)).toThrow('model version');
    expect(() => restore(changed(16, 5), t, o)).toThrow('another scenario');
    expect(() => restore(bytes.slice(0, bytes.length - 8), t, o)).toThrow('another scenario');
  });
});
