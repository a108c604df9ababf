/** `forestall list`: scenarios and plans that ship. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { textIn } from '../scenario/localize.ts';
import { openPlan, openScenario, plansOf, shippedScenarios } from './library.ts';
import { print, printJson, say, table, withExamples } from './output.ts';
import { findingLine } from '../scenario/diagnostics.ts';

export function listCommand(program: Command): void {
  withExamples(program.command('list'), 'forestall list', 'forestall list --json')
    .description('scenarios and plans that ship with the program')
    .option('--json', 'print one JSON object')
    .action((options: { json?: boolean }) => {
      const scenarios = shippedScenarios().flatMap(id => {
        const { value, diagnostics } = openScenario(id);
        if (value === undefined) {
          for (const finding of diagnostics) say(findingLine(finding));
          return [];
        }
        const { scenario, place } = value;
        const plans = plansOf(place).map(plan => ({ id: plan, title: textIn(openPlan(value, plan).value?.title ?? { en: plan }, 'en') }));
        return [{ id: scenario.id, kind: scenario.kind, title: textIn(scenario.title, 'en'), days: scenario.days, regions: scenario.regions.length, start: scenario.start, plans }];
      });
      if (options.json === true) {
        printJson({ scenarios: scenarios.map(({ id, kind, title, days, regions, plans }) => ({ id, kind, title, days, regions, plans: plans.map(plan => plan.id) })) });
        return;
      }
      for (const s of scenarios) {
        print(`${s.id} (${s.kind}): ${s.title}; ${s.regions} regions, ${s.days} days from ${s.start}`);
        print(table(['  plan', 'title'], s.plans.map(plan => [`  ${plan.id}`, plan.title])));
        print('');
      }
      print(`Files: ${join('scenarios', '<id>', 'scenario.json')}; try "forestall study halvane --plans none,a,b,c".`);
    });
}
