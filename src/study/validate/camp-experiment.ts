/** Death among displaced people in countries at war, served with relief from D0 and not served: the first month of a new wave, and three to six months on. */
import { runToEnd } from '../../engine/run.ts';
import { begin, tablesIn, total, worldSeed, type Experiment, type Rows, type Setting } from './experiment.ts';
import { nullWorld } from './null-world.ts';
import { order } from './orders.ts';

const DAYS = 2 * 365;
/** People displaced in the country from which a wave counts as begun, of some ten million. */
const WAVE = 30_000;
const NEW_DAYS = 30;
const LATER_FROM = 90;
const LATER_TO = 180;
const RELIEF_TONNES = 120;
const RELIEF_STOCK = 4000;

function mortality(setting: Setting, index: number, served: boolean): Float64Array {
  const { scenario } = nullWorld(worldSeed(setting, index), DAYS, 'war');
  const t = tablesIn(setting, { ...scenario, stocks: { ...scenario.stocks, aid: 60_000 }, money: { budget: 900_000_000, commitment: 400_000_000, liquidity: 0.9 } });
  const rows = served ? scenario.regions.map(({ id }, region) => order('aid', RELIEF_TONNES, 0, { id: `aid ${id}`, region, extra: [RELIEF_STOCK] })) : [];
  const sums = new Float64Array(4);
  let began = -1;
  runToEnd(begin(setting, t, index, rows), ({ s, day }) => {
    const people = total(s.hosted);
    if (began < 0 && people >= WAVE) began = day;
    const age = began < 0 ? -1 : day - began;
    const at = age < 0 ? -1 : age < NEW_DAYS ? 0 : age >= LATER_FROM && age < LATER_TO ? 2 : -1;
    if (at < 0) return;
    sums[at]! += people / 10_000;
    sums[at + 1]! += total(s.excessDeathsToday);
  });
  return sums;
}

function observe(setting: Setting, index: number): Rows {
  return { without: mortality(setting, index, false), served: mortality(setting, index, true) };
}

export const campExperiment: Experiment = { name: 'camps', runs: 200, quick: 12, run: observe };
