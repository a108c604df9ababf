/** `forestall parameters`: the register of all numbers of the model. */
import type { Command } from 'commander';
import { countParameters, PARAMETERS, type PresetName } from '../scenario/parameters.ts';
import { presetOption } from './options.ts';
import { print, printJson, table, withExamples } from './output.ts';

export function parametersCommand(program: Command): void {
  withExamples(program.command('parameters'), 'forestall parameters --preset published --json')
    .description('every parameter of the model: value, unit, range, source, grade, mechanism')
    .addOption(presetOption())
    .option('--json', 'print one JSON object')
    .action((options: { preset: PresetName; json?: boolean }) => {
      const rows = PARAMETERS.map(row => ({ ...row, value: row.presets?.[options.preset] ?? row.value }));
      if (options.json === true) {
        printJson({ preset: options.preset, parameters: rows.map(({ name, value, unit, low, high, distribution, source, grade, mechanism }) => ({ name, value, unit, low, high, distribution, source, grade, mechanism })) });
        return;
      }
      print(table(['parameter', 'value', 'unit', 'low', 'high', 'grade', 'mechanism', 'source'], rows.map(row => [row.name, String(row.value), row.unit, String(row.low), String(row.high), row.grade, row.mechanism, row.source])));
      const { total, measured, judged, invented, model } = countParameters();
      print(`${total} parameters: ${measured} measured, ${judged} judged, ${invented} invented; ${model} say MODEL.`);
    });
}
