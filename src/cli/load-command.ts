/** `forestall load`: what a unit eats and what it takes to bring it, line by line. */
import type { Command } from 'commander';
import { LOAD_PARTS, sumText, type LoadLine, type LoadPart } from '../plan/load-lines.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { didYouMean } from '../scenario/diagnostics.ts';
import { UNIT_TYPES, unitTypesOf } from '../scenario/units.ts';
import { parametersFor } from '../scenario/parameters.ts';
import { worldParameters } from '../study/world.ts';
import { openDesk, withWorldOptions, type WorldOptions } from './options.ts';
import { EXIT, print, printJson, refuse, say, Stop, wholeNumber, withExamples } from './output.ts';

interface LoadOptions extends WorldOptions { readonly number: number; readonly scenario?: string; readonly to?: string; readonly road: number; readonly within: number }

const TITLES: Readonly<Record<LoadPart, string>> = {
  sustainment: 'Sustainment', people: 'People by air', air: 'Equipment by air', sea: 'Equipment by sea', road: 'Equipment by road', resupply: 'Keeping it supplied', time: 'Time',
};

export function loadCommand(program: Command): void {
  const command = withExamples(program.command('load'), 'forestall load infantry-battalion', 'forestall load engineer-company --number 2 --scenario halvane --to east-valley --json')
    .argument('<unit>', 'type of unit, such as infantry-battalion').description('load plan of a unit: tonnes a day, sorties, sailings, lorries, days, each with its sum and source')
    .option('--number <units>', 'units of the type', wholeNumber('--number', 1, 50), 1)
    .option('--scenario <scenario>', 'reckon with the port, pools and roads of a scenario')
    .option('--to <region>', 'region it goes to; with --scenario')
    .option('--road <km>', 'length of a laterite road without a scenario', wholeNumber('--road', 1, 10000), 500)
    .option('--within <days>', 'days in which lorries are to carry it', wholeNumber('--within', 1, 365), 30);
  withWorldOptions(command).action((unit: string, options: LoadOptions) => {
    if (options.to !== undefined && options.scenario === undefined) refuse('--to needs --scenario.');
    if (options.scenario !== undefined && options.to === undefined) refuse('--scenario needs --to.');
    const desk = options.scenario === undefined ? undefined : openDesk(options.scenario, options);
    const type = (desk === undefined ? UNIT_TYPES : unitTypesOf(desk.open.scenario)).find(row => row.id === unit);
    if (type === undefined) stop(`There is no unit type "${unit}". ${didYouMean(unit, UNIT_TYPES.map(row => row.id)) ?? `Known: ${UNIT_TYPES.map(row => row.id).join(', ')}.`}`);
    const scenario = desk?.open.scenario;
    if (scenario !== undefined && !scenario.regions.some(region => region.id === options.to)) stop(`There is no region "${options.to}" in "${scenario.id}". ${didYouMean(options.to!, scenario.regions.map(region => region.id)) ?? ''}`);
    const p = desk === undefined ? parametersFor(options.preset) : worldParameters(desk.world);
    const plan = loadPlan({ type: type!, number: options.number, p, roadKm: options.road, roadPeriod: options.within, ...(scenario === undefined ? {} : { scenario, to: options.to! }) });
    if (options.json === true) {
      printJson({ unit: plan.unit, number: plan.number, people: plan.people, cargoTonnes: plan.cargoTonnes, scenario: scenario?.id ?? null, to: options.to ?? null, lines: plan.lines.map(lineJson), notes: plan.notes.map(note => note.en) });
      return;
    }
    print(`${plan.number} × ${type!.name.en}: ${plan.people} people, ${plan.cargoTonnes} t${scenario === undefined ? '' : `, from ${scenario.entry.port} to ${options.to} (${scenario.id})`}.`);
    for (const part of LOAD_PARTS) {
      const lines = plan.lines.filter(line => line.part === part);
      if (lines.length > 0) print(`\n${TITLES[part]}\n${lines.map(line => `  ${line.what.en}: ${sumText(line, 'en')}\n      ${line.confidence}: ${line.source}`).join('\n')}`);
    }
    print(`\n${plan.notes.map(note => note.en).join('\n')}`);
  });
}

function stop(sentence: string): never {
  say(sentence.trim());
  throw new Stop(EXIT.badInput);
}

/** The stable shape of a line in `load --json`. */
function lineJson({ key, part, what, terms, result, unit, isWhole, source, confidence }: LoadLine): unknown {
  return { key, part, what: what.en, terms: terms.map(({ sign, value, unit: of }) => ({ sign, value, unit: of.en })), result, unit: unit.en, roundedUp: isWhole, source, confidence };
}
