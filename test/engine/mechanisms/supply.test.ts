/** Supply: what bases use, what reaches them, what a shortage does. */
import { describe, expect, it } from 'vitest';
import { effectOfDays, NOBODY_DRAWS, supply } from '../../../src/engine/mechanisms/supply.ts';
import { routes } from '../../../src/engine/mechanisms/routes.ts';
import { runOf, tablesOf } from '../../make/deployment.ts';
import { smallScenario } from '../../make/small-scenario.ts';

const FAR_EAST = 3;
const politics = smallScenario().politics;
const inFarEast = (units: { unit: string; number: number }[]) => runOf(tablesOf({ politics: { ...politics, mission: { ...politics.mission, units: units.map(unit => ({ ...unit, region: 'far-east', strength: 1 })) } } }), []);

describe('bases', () => {
  it('start with the stocks of the scenario and use them by head', () => {
    const run = inFarEast([{ unit: 'infantry-battalion', number: 1 }]);
    const { s } = run;
    const rations = 0.85 * 2.2;
    expect(s.supplyStock[FAR_EAST * 4]).toBeCloseTo(20 * rations, 9);
    supply.run(run); // no road has been searched yet: nothing comes
    expect(s.supplyStock[FAR_EAST * 4]).toBeCloseTo(19 * rations, 9);
    expect(s.supplyDays[FAR_EAST]).toBeCloseTo(19, 9);
    expect(s.baseFuel[FAR_EAST]).toBeCloseTo(0.85 * (11 - 2.2 - 0.6), 9);
    expect(s.supplyDays[0]).toBe(NOBODY_DRAWS);
  });
  it('fill up to the target while the road is open, at the pace of contractors', () => {
    const run = inFarEast([{ unit: 'infantry-battalion', number: 1 }]);
    const day = () => { routes.run(run); supply.run(run); };
    day();
    // 1.6 days' use comes in, one goes out
    expect(run.s.supplyDays[FAR_EAST]).toBeGreaterThan(20.3);
    expect(run.s.supplyDays[FAR_EAST]).toBeLessThan(20.7);
    for (let n = 0; n < 80; n++) day();
    expect(run.s.supplyDays[FAR_EAST]).toBeCloseTo(45, 6);
  });
  it('run dry when the road is cut, and lose their effect with it', () => {
    const run = inFarEast([{ unit: 'infantry-battalion', number: 1 }]);
    run.s.linkDamage[2] = 1;
    for (let n = 0; n < 25; n++) {
      run.s.linkDamage[2] = 1;
      routes.run(run);
      supply.run(run);
    }
    expect(run.s.supplyDays[FAR_EAST]).toBe(0);
    expect(run.s.supplyEffect[FAR_EAST]).toBeCloseTo(0.15, 12);
  });
  it('live by helicopter where there is no road', () => {
    const run = inFarEast([{ unit: 'infantry-battalion', number: 1 }, { unit: 'utility-helicopter-unit', number: 1 }]);
    run.s.unitEffect.fill(1);
    for (let n = 0; n < 25; n++) {
      run.s.linkDamage[2] = 1;
      routes.run(run);
      supply.run(run);
    }
    // 24 t a day by four aircraft against some 16 t used
    expect(run.s.supplyDays[FAR_EAST]).toBeGreaterThan(19);
  });
});

describe('the effect of days of supply', () => {
  it('is whole at 14 days and falls all the way to static defence', () => {
    expect([20, 14, 7, 3, 0].map(effectOfDays)).toEqual([1, 1, 0.75, 0.4, 0.15]);
    for (let days = 0; days < 14; days += 0.5) expect(effectOfDays(days + 0.5)).toBeGreaterThan(effectOfDays(days));
  });
});
