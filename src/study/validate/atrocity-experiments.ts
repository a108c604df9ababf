/**
 * Mass killing at full speed in a small dense country: what forces of several sizes and days of arrival save, and whether a
 * force under consent ends the killing when the government does it. Forces are effective, in full, from a given day on.
 */
import { step, type Run } from '../../engine/run.ts';
import { PHASE_OPERATIONAL } from '../../engine/unit-stages.ts';
import { UNIT_PHASES } from '../../engine/schedule.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { missionInPlace } from './base-country.ts';
import { begin, tablesIn, type Experiment, type Rows, type Setting } from './experiment.ts';
import { atrocityCountry } from './worlds.ts';

const WITHDRAWN = UNIT_PHASES.indexOf('withdrawn');

/** Units of one kind in one area, effective from a day of the killing on; −1 from before it began. */
interface Force { readonly region: string; readonly number: number; readonly from: number }

const areas = Array.from({ length: 11 }, (_, r) => `area-${r}`);
const CAPITAL = 'area-0';

/** The three options of the record: about 6,000 from day 34; about 15,000 by phases; 5,000 in the capital before onset. And the first one twice as fast, and twice as large. */
export const OPTIONS: Readonly<Record<'moderate' | 'maximum' | 'before' | 'faster' | 'larger', readonly Force[]>> = {
  moderate: areas.slice(0, 7).map(region => ({ region, number: 1, from: 34 })),
  maximum: [{ region: CAPITAL, number: 4, from: 18 }, { region: CAPITAL, number: 3, from: 28 }, ...areas.slice(1).map(region => ({ region, number: 1, from: 45 }))],
  before: [{ region: CAPITAL, number: 6, from: -1 }],
  faster: areas.slice(0, 7).map(region => ({ region, number: 1, from: 17 })),
  larger: areas.slice(0, 7).map(region => ({ region, number: 2, from: 34 })),
};

/** Keeps back units whose day has not come; `age` is the day of the killing, −1 before it. */
function holdBack(run: Run, starts: readonly number[], age: number): void {
  starts.forEach((from, u) => {
    if (from >= 0 && age < from) run.s.unitPhase[u] = WITHDRAWN;
    else if (run.s.unitPhase[u] === WITHDRAWN) run.s.unitPhase[u] = PHASE_OPERATIONAL;
  });
}

const DAYS = 200;
/** The curve of the killing, set to the case: two-thirds of the deaths in the first 24 days (Kuperman 2000). */
const CURVE = { campaignSurge: 8 };
const ENDING_DAYS = 300;
const ENDING_AREAS = 24;

/** Civilians killed day by day, counted from the first day of the killing in the run without a force. */
function killing(setting: Setting, index: number, plain: Scenario, force: readonly Force[], onset: number, curve: Readonly<Record<string, number>> = {}): Float64Array {
  const scenario = force.length === 0 ? plain : missionInPlace(plain, force.map(({ region, number }) => ({ unit: 'infantry-battalion', region, number })), { troops: 20_000 });
  const t = tablesIn(setting, scenario, curve);
  const run = begin(setting, t, index);
  const starts = force.flatMap(({ number, from }) => Array.from({ length: number }, () => from));
  const dead = new Float64Array(t.days);
  while (run.day < t.days) {
    if (force.length > 0) holdBack(run, starts, run.day < onset ? -1 : run.day - onset);
    step(run);
    for (let r = 0; r < t.R; r++) dead[run.day - 1]! += run.s.killedInAttacksToday[r]!;
  }
  return dead;
}

/** First day after which the killing is at full speed: the day by which 2 in 100 of the dead have died. */
function onsetOf(dead: Float64Array): number {
  const sum = dead.reduce((a, b) => a + b, 0);
  let so = 0;
  for (let day = 0; day < dead.length; day++) {
    so += dead[day]!;
    if (so >= 0.02 * sum) return day;
  }
  return 0;
}

const sumFrom = (dead: Float64Array, from: number, to = dead.length): number => dead.subarray(from, to).reduce((a, b) => a + b, 0);

const TOLL_DAYS = 100;

function options(setting: Setting, index: number): Rows {
  const country = atrocityCountry(DAYS, 'militia', 0.09);
  const none = killing(setting, index, country, [], 0, CURVE);
  const onset = onsetOf(none);
  const tollOf = (force: readonly Force[]): number => sumFrom(killing(setting, index, country, force, onset, CURVE), onset, onset + TOLL_DAYS);
  return { tolls: Float64Array.of(sumFrom(none, onset, onset + TOLL_DAYS), sumFrom(none, onset, onset + 24), tollOf(OPTIONS.moderate), tollOf(OPTIONS.maximum), tollOf(OPTIONS.before), tollOf(OPTIONS.faster), tollOf(OPTIONS.larger)) };
}

export const optionsExperiment: Experiment = { name: 'options against mass killing', runs: 400, quick: 30, run: options };

const FORCE_FROM = 20;
const COMPARED = 60;

/** Dead of the whole run without a force; killed from day 80 to 140 of the killing without and with 12 battalions under consent from day 20. */
function endings(setting: Setting, index: number): Rows {
  const country = atrocityCountry(ENDING_DAYS, 'government', 0.5, ENDING_AREAS);
  const none = killing(setting, index, country, [], 0);
  const onset = onsetOf(none);
  const force = country.regions.slice(0, 12).map(({ id }) => ({ region: id, number: 1, from: FORCE_FROM }));
  const from = onset + FORCE_FROM + COMPARED;
  const during = killing(setting, index, country, force, onset);
  return { endings: Float64Array.of(sumFrom(none, 0), sumFrom(none, from, from + COMPARED), sumFrom(during, from, from + COMPARED)) };
}

export const endingExperiment: Experiment = { name: 'determined governments', runs: 400, quick: 30, run: endings };
