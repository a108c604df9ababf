import { expect, it } from 'vitest';
import { REFERENCE_MEANS, referenceReplication } from '../../src/cli/reference-step.ts';

it('the reference step reproduces its known means within four standard errors', () => {
  const runs = 400;
  const sums = { incidents: 0, deaths: 0, displaced: 0 };
  for (let i = 0; i < runs; i++) {
    const totals = referenceReplication(1, i);
    sums.incidents += totals.incidents;
    sums.deaths += totals.deaths;
    sums.displaced += totals.displaced;
  }
  for (const name of ['incidents', 'deaths', 'displaced'] as const) {
    const { mean, error } = REFERENCE_MEANS[name];
    expect(Math.abs(sums[name] / runs - mean)).toBeLessThan(4 * error * Math.sqrt(1000 / runs));
  }
});
