/** `forestall check`: scenarios and plans before anything runs, every finding at once, and the parameter register. */
import { Option, type Command } from 'commander';
import { findingLine, hasErrors, type Diagnostic } from '../scenario/diagnostics.ts';
import { checkParameters, countParameters } from '../scenario/parameters.ts';
import { forecastLines } from '../plan/forecast.ts';
import { planWorld } from '../plan/world.ts';
import { auditScenario, kindsWithoutCase, printAudit } from './audit-step.ts';
import type { AuditFinding } from '../study/audit.ts';
import { openPlan, openScenario, plansOf, shippedScenarios } from './library.ts';
import { openReference } from './reference-files.ts';
import { EXIT, findingsJson, idList, print, printJson, refuse, Stop, withExamples } from './output.ts';

interface CheckOptions { readonly plan: readonly string[]; readonly all?: boolean; readonly audit?: boolean; readonly json?: boolean }

export function checkCommand(program: Command): void {
  withExamples(program.command('check'), 'forestall check halvane', 'forestall check my/scenario.json --plan my/plan.json --json', 'forestall check --all', 'forestall check halvane --audit --json')
    .argument('[scenario]', 'id of a scenario that ships, or path of a file or folder').description('schema, sense and advice for a scenario and its plans')
    .addOption(new Option('--plan <plan...>', 'ids or paths of plans to check').default([], 'all beside the scenario'))
    .option('--all', 'every scenario that ships')
    .option('--audit', 'also run each kind of action and see whether it moves what it should; takes minutes')
    .option('--json', 'print one JSON object')
    .action(async (typed: string | undefined, options: CheckOptions) => {
      if ((typed === undefined) === (options.all !== true)) refuse('Name a scenario, or --all.');
      const findings: Diagnostic[] = [...checkParameters()];
      const read: string[] = [];
      const audited: AuditFinding[] = [];
      for (const id of typed === undefined ? shippedScenarios() : [typed]) {
        const opened = openScenario(id);
        findings.push(...opened.diagnostics);
        if (opened.value === undefined) continue;
        if (options.audit === true && !hasErrors(opened.diagnostics)) audited.push(...await auditScenario(opened.value));
        read.push(`${opened.value.scenario.id}: ${opened.value.scenario.regions.length} regions, ${opened.value.scenario.links.length} links, ${opened.value.scenario.parties.length} parties`);
        const record = openReference(opened.value);
        findings.push(...record.diagnostics);
        if (record.files.length > 0) read.push(`  record: ${record.files.join(', ')}`);
        for (const plan of options.plan.length > 0 ? options.plan.flatMap(idList) : plansOf(opened.value.place)) {
          const { value, diagnostics } = openPlan(opened.value, plan);
          findings.push(...diagnostics);
          if (value === undefined) continue;
          read.push(`  plan ${value.id}: ${value.actions.length} actions`, ...forecastLines(value, planWorld(opened.value.scenario)).map(line => `    ${line}`));
        }
      }
      if (options.json === true) printJson(options.audit === true ? { ...(findingsJson(findings) as object), audit: audited, kindsWithoutCase: kindsWithoutCase() } : findingsJson(findings));
      else {
        for (const line of read) print(line);
        for (const finding of findings) print(findingLine(finding));
        const { total, measured, judged, invented, model } = countParameters();
        print(`Parameters: ${total}, all with unit, range and source; ${measured} measured, ${judged} judged, ${invented} invented; ${model} say MODEL.`);
        const count = (severity: Diagnostic['severity']) => findings.filter(finding => finding.severity === severity).length;
        print(hasErrors(findings) ? `${count('error')} errors, ${count('warning')} warnings, ${count('advice')} pieces of advice.` : `No errors, ${count('warning')} warnings, ${count('advice')} pieces of advice.`);
      }
      if (options.audit === true && options.json !== true) printAudit(audited);
      if (hasErrors(findings)) throw new Stop(EXIT.badInput);
      if (audited.some(row => !row.holds)) throw new Stop(EXIT.failed);
    });
}
