/** `forestall check`: scenarios and plans before anything runs, every finding at once, and the parameter register. */
import { Option, type Command } from 'commander';
import { findingLine, hasErrors, type Diagnostic } from '../scenario/diagnostics.ts';
import { checkParameters, countParameters } from '../scenario/parameters.ts';
import { openPlan, openScenario, plansOf, shippedScenarios } from './library.ts';
import { EXIT, findingsJson, idList, print, printJson, refuse, Stop, withExamples } from './output.ts';

interface CheckOptions { readonly plan: readonly string[]; readonly all?: boolean; readonly json?: boolean }

export function checkCommand(program: Command): void {
  withExamples(program.command('check'), 'forestall check halvane', 'forestall check my/scenario.json --plan my/plan.json --json', 'forestall check --all')
    .argument('[scenario]', 'id of a scenario that ships, or path of a file or folder').description('schema, sense and advice for a scenario and its plans')
    .addOption(new Option('--plan <plan...>', 'ids or paths of plans to check').default([], 'all beside the scenario'))
    .option('--all', 'every scenario that ships')
    .option('--json', 'print one JSON object')
    .action((typed: string | undefined, options: CheckOptions) => {
      if ((typed === undefined) === (options.all !== true)) refuse('Name a scenario, or --all.');
      const findings: Diagnostic[] = [...checkParameters()];
      const read: string[] = [];
      for (const id of typed === undefined ? shippedScenarios() : [typed]) {
        const opened = openScenario(id);
        findings.push(...opened.diagnostics);
        if (opened.value === undefined) continue;
        read.push(`${opened.value.scenario.id}: ${opened.value.scenario.regions.length} regions, ${opened.value.scenario.links.length} links, ${opened.value.scenario.parties.length} parties`);
        for (const plan of options.plan.length > 0 ? options.plan.flatMap(idList) : plansOf(opened.value.place)) {
          const { value, diagnostics } = openPlan(opened.value, plan);
          findings.push(...diagnostics);
          if (value !== undefined) read.push(`  plan ${value.id}: ${value.actions.length} actions`);
        }
      }
      if (options.json === true) printJson(findingsJson(findings));
      else {
        for (const line of read) print(line);
        for (const finding of findings) print(findingLine(finding));
        const { total, measured, judged, invented, model } = countParameters();
        print(`Parameters: ${total}, all with unit, range and source; ${measured} measured, ${judged} judged, ${invented} invented; ${model} say MODEL.`);
        const count = (severity: Diagnostic['severity']) => findings.filter(finding => finding.severity === severity).length;
        print(hasErrors(findings) ? `${count('error')} errors, ${count('warning')} warnings, ${count('advice')} pieces of advice.` : `No errors, ${count('warning')} warnings, ${count('advice')} pieces of advice.`);
      }
      if (hasErrors(findings)) throw new Stop(EXIT.badInput);
    });
}
