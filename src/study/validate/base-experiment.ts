/**
 * One base in a country of 20 km cells, with and without, for three months: killing inside circles of several radii, where
 * rebels and where the government do it. A killing falls anywhere in its cell, so a circle counts cells by the part inside.
 */
import { runToEnd } from '../../engine/run.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { missionInPlace } from './base-country.ts';
import { begin, tablesIn, type Experiment, type Rows, type Setting } from './experiment.ts';
import { CELL_KM, cellCountry, cellId, cellOffset, MIDDLE } from './worlds.ts';

const SETTLED = 15;
const MONTHS = 3;
const DAYS = SETTLED + 30 * MONTHS;
const SAMPLES = 10;
const MANY_KILLED = 5;
export const RADII = [10, 15, 20, 25, 30, 40, 50] as const;

/** Part of each cell inside a circle around the middle, [radius][cell]. */
function partsInside(cells: number): Float64Array[] {
  return RADII.map(radius => Float64Array.from({ length: cells }, (_, r) => {
    const [east, north] = cellOffset(r);
    let inside = 0;
    for (let i = 0; i < SAMPLES; i++) for (let j = 0; j < SAMPLES; j++) {
      const x = (east - 0.5 + (i + 0.5) / SAMPLES) * CELL_KM;
      const y = (north - 0.5 + (j + 0.5) / SAMPLES) * CELL_KM;
      if (x * x + y * y <= radius * radius) inside++;
    }
    return inside / (SAMPLES * SAMPLES);
  }));
}

/** By radius: people killed in one-sided violence; months in which five or more were killed at one place inside. */
function circles(setting: Setting, scenario: Scenario, index: number): Rows {
  const t = tablesIn(setting, scenario);
  const run = begin(setting, t, index);
  const killed = Array.from({ length: MONTHS }, () => new Float64Array(t.R));
  runToEnd(run, ({ s, day }) => {
    if (day < SETTLED) return;
    const month = killed[Math.floor((day - SETTLED) / 30)]!;
    for (let r = 0; r < t.R; r++) month[r]! += s.killedInAttacksToday[r]!;
  });
  const parts = partsInside(t.R);
  return {
    dead: Float64Array.from(parts, part => killed.reduce((sum, month) => sum + month.reduce((all, n, r) => all + n * part[r]!, 0), 0)),
    // chance that none of the places with five or more lies inside, from the parts of their cells
    many: Float64Array.from(parts, part => killed.reduce((sum, month) => sum + 1 - month.reduce((none, n, r) => (n >= MANY_KILLED ? none * (1 - part[r]!) : none), 1), 0)),
    any: Float64Array.from(parts, part => killed.reduce((sum, month) => sum + 1 - month.reduce((none, n, r) => (n > 0 ? none * (1 - part[r]!) : none), 1), 0)),
  };
}

function observe(setting: Setting, index: number): Rows {
  const rows: Record<string, Float64Array> = {};
  for (const perpetrator of ['rebels', 'government'] as const) {
    const scenario = cellCountry(DAYS, perpetrator);
    const without = circles(setting, scenario, index);
    const base = circles(setting, missionInPlace(scenario, [{ unit: 'quick-reaction-company', region: cellId(MIDDLE), number: 1 }]), index);
    for (const name of ['dead', 'many', 'any'] as const) {
      rows[`${perpetrator} ${name} without`] = without[name]!;
      rows[`${perpetrator} ${name} base`] = base[name]!;
    }
  }
  return rows;
}

/** Months watched in one run. */
export const BASE_MONTHS = MONTHS;

export const baseExperiment: Experiment = { name: 'one base', runs: 1600, quick: 60, run: observe };
