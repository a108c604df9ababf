/** `forestall bless`: rewrites goldens, with a reason, and only together with a new model version when outcomes moved. */
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { MODEL_VERSION } from '../engine/version.ts';
import { writeText } from '../io/node.ts';
import { parametersFor } from '../scenario/parameters.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { Golden, GoldenOutcome } from '../study/golden.ts';
import { formulaWrites } from './formula-goldens.ts';
import { GOLDENS_FOLDER, goldenNames, openGolden } from './goldens.ts';
import { amountText } from './numbers.ts';
import { EXIT, print, refuse, required, say, Stop, withExamples } from './output.ts';

function refuseMoved(what: string): never {
  say(`Not blessed: ${what} moved while MODEL_VERSION is still ${MODEL_VERSION}. Raise it in src/engine/version.ts first.`);
  throw new Stop(EXIT.failed);
}

export function blessCommand(program: Command): void {
  withExamples(program.command('bless'), 'forestall bless --reason "Displacement follows the year of flight, not of return"').description('rewrite the golden runs and formulas, with a reason that goes into README, Results')
    .option('--reason <text>', 'needed: why results moved, one line')
    .option('--formulas', 'only the formulas; the golden runs stay as they are')
    .action((options: { reason?: string; formulas?: boolean }) => {
      const reason = required('--reason', options.reason).trim();
      if (reason.length < 10) refuse('--reason is too short to help anybody later.');
      const writes: { path: string; text: string }[] = [];
      let moved = false;
      const formulas = formulaWrites();
      for (const formula of formulas) print(`${basename(formula.path)}: ${formula.moved ? 'numbers moved' : 'new or with other rows'}`);
      const versionIsOld = goldenNames().some(name => openGolden(name).golden.model === MODEL_VERSION);
      if (versionIsOld && formulas.some(formula => formula.moved)) refuseMoved('formulas');
      writes.push(...formulas);
      for (const name of options.formulas === true ? [] : goldenNames()) {
        const { golden, run, inputs } = openGolden(name);
        const now = run();
        const outcomes: Partial<Record<OutcomeName, GoldenOutcome>> = {};
        for (const [key, old] of Object.entries(golden.outcomes) as [OutcomeName, GoldenOutcome][]) {
          const value = now.outcomes[key];
          const changed = old.value !== value;
          if (changed && old.value !== null) moved = true;
          print(`${name} ${key}: ${old.value === null ? '–' : amountText(old.value, old.unit)} → ${amountText(value, old.unit)}${value < old.plausible[0] || value > old.plausible[1] ? ` IMPLAUSIBLE, outside ${old.plausible.join(' to ')} (${old.source})` : ''}`);
          if (value < old.plausible[0] || value > old.plausible[1]) {
            say(`Not blessed: ${name} ${key} = ${value} lies outside what is plausible. Mend the model, or argue for another range in the file.`);
            throw new Stop(EXIT.failed);
          }
          outcomes[key] = { ...old, value };
        }
        if (moved && golden.model === MODEL_VERSION) refuseMoved('outcomes');
        const blessed: Golden = { ...golden, model: MODEL_VERSION, inputs, hashes: now.hashes, outcomes };
        writes.push({ path: join(GOLDENS_FOLDER, `${name}.json`), text: `${JSON.stringify(blessed, null, 2)}\n` });
      }
      if (options.formulas !== true) writes.push({ path: join(GOLDENS_FOLDER, 'parameters', `v${MODEL_VERSION}.json`), text: `${JSON.stringify(parametersFor('conservative'), null, 2)}\n` });
      for (const { path, text } of writes) {
        const { error } = writeText(path, text);
        if (error !== undefined) {
          say(error);
          throw new Stop(EXIT.badInput);
        }
      }
      print(`Blessed ${options.formulas === true ? 'no' : goldenNames().length} golden runs and ${formulas.length} formulas for model version ${MODEL_VERSION}. Add a line under Results in README: ${reason}`);
    });
}
