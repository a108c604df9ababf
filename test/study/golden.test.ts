/** Golden runs: the same future to the last bit, plausible numbers, and a control that a small change is seen. */
import { describe, expect, it } from 'vitest';
import { goldenNames, openGolden } from '../../src/cli/goldens.ts';
import { MODEL_VERSION } from '../../src/engine/version.ts';
import { firstDifferentDayOf } from '../../src/study/golden.ts';

describe.each(goldenNames())('golden %s', name => {
  const { golden, inputs, run } = openGolden(name);
  const now = run();
  it('is of this model and these inputs; otherwise: forestall bless', () => {
    expect(golden.model).toBe(MODEL_VERSION);
    expect(golden.inputs).toBe(inputs);
  });
  it('gives the same bits on every thirtieth day', () => {
    expect(firstDifferentDayOf(golden, now), 'first day that differs').toBeUndefined();
    expect(now.hashes).toEqual(golden.hashes);
  });
  it('has the blessed outcomes, inside what is plausible', () => {
    for (const [key, { value, plausible, source }] of Object.entries(golden.outcomes)) {
      expect(now.outcomes[key as keyof typeof now.outcomes], key).toBe(value);
      expect(source.length).toBeGreaterThan(20);
      expect(value! >= plausible[0] && value! <= plausible[1], `${key} = ${value}`).toBe(true);
    }
  });
  it('differs when one parameter moves by one per cent', () => {
    expect(run({ branching: 0.27 * 1.01 }).hashes).not.toEqual(golden.hashes);
  });
});
