/** Figures of unit types that a scenario sets for itself: checked like any other quantity, each set with its source. */
import * as z from 'zod';
import type { Report } from './check.ts';
import { didYouMean } from './diagnostics.ts';
import { id, quantity } from './fields.ts';
import { UNIT_FIGURES, UNIT_TYPES, type UnitFigure } from './units.ts';

/** A figure that differs from the catalogue by more than this factor is pointed out. MODEL. */
const FAR = 4;

const inUnit = (name: UnitFigure) => quantity({ title: UNIT_FIGURES[name].title, unit: UNIT_FIGURES[name].unit }, UNIT_FIGURES[name].low, UNIT_FIGURES[name].high).optional();
const plain = (name: UnitFigure) => z.number().min(UNIT_FIGURES[name].low).max(UNIT_FIGURES[name].high).meta({ title: UNIT_FIGURES[name].title, unit: UNIT_FIGURES[name].unit }).optional();
const whole = (name: UnitFigure) => z.number().int().min(UNIT_FIGURES[name].low).max(UNIT_FIGURES[name].high).meta({ title: UNIT_FIGURES[name].title, unit: UNIT_FIGURES[name].unit }).optional();

/** Schema of the field `units`: by id of the type, the figures that differ and why. */
export const unitOverrides = z
  .record(id, z.strictObject({
    people: whole('people'), vehicles: whole('vehicles'), cargoTonnes: inUnit('cargoTonnes'), containers: whole('containers'), supplyKgPerHeadDay: inUnit('supplyKgPerHeadDay'), reachKm: inUnit('reachKm'),
    travelKmDry: inUnit('travelKmDry'), travelKmWet: inUnit('travelKmWet'), protection: plain('protection'), mobility: plain('mobility'), engineering: plain('engineering'), readinessDays: inUnit('readinessDays'),
    selfSustainmentDays: inUnit('selfSustainmentDays'), monthlyCostUsd: inUnit('monthlyCostUsd'),
    source: z.string().min(1).max(400).meta({ title: 'Where the figures come from; MODEL for a design value' }),
  }))
  .meta({ title: 'Figures of unit types that differ from the catalogue in this scenario' });
export type UnitOverrides = z.infer<typeof unitOverrides>;

/** Reports unknown types, sets without a figure, and figures far from the catalogue. */
export function checkUnitOverrides({ units = {} }: { readonly units?: UnitOverrides | undefined }, report: Report): void {
  for (const [unit, { source: _, ...figures }] of Object.entries(units)) {
    const path = `/units/${unit}`;
    const type = UNIT_TYPES.find(candidate => candidate.id === unit);
    if (type === undefined) {
      report('error', 'unknown-unit', path, `There is no unit type "${unit}".`, didYouMean(unit, UNIT_TYPES.map(known => known.id)));
      continue;
    }
    const set = Object.entries(figures).filter((entry): entry is [string, number] => entry[1] !== undefined);
    if (set.length === 0) report('warning', 'no-figure', path, `"${unit}" is listed without a figure of its own.`, 'Set one, or take the entry out.');
    for (const [name, value] of set) {
      const usual = type[name as UnitFigure];
      if (usual > 0 && (value > FAR * usual || value < usual / FAR)) report('warning', 'far-from-catalogue', `${path}/${name}`, `${name} of "${unit}" is ${value} ${UNIT_FIGURES[name as UnitFigure].unit}; the catalogue has ${usual}.`, 'Check the unit of the figure; keep it when the source says so.');
    }
    if ((figures.travelKmWet ?? type.travelKmWet) > (figures.travelKmDry ?? type.travelKmDry) && type.travelKmWet <= type.travelKmDry) report('warning', 'faster-in-rains', `${path}/travelKmWet`, `"${unit}" marches ${figures.travelKmWet ?? type.travelKmWet} km a day in the rains and ${figures.travelKmDry ?? type.travelKmDry} when dry.`, 'Check the two figures.');
  }
}
