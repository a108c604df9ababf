/** The desk: reads scenario and plan files, checks and compiles plans. The only place in the browser that loads schemas and units. */
import { buildTables } from '../engine/build-tables.ts';
import { parsePlan } from '../plan/parse.ts';
import { reviewPlan } from '../plan/review.ts';
import { planWorld, type PlanWorld } from '../plan/world.ts';
import { scenarioModel } from '../scenario/model.ts';
import { parseScenario } from '../scenario/parse.ts';
import { startDays } from '../study/delay.ts';
import { preparePlan } from '../study/prepare.ts';
import { pairVariants, variantsOf } from '../study/start-variants.ts';
import { timingDays } from '../study/timing.ts';
import { worldOf, worldParameters } from '../study/world.ts';
import type { Answers, DeskQuestion } from './messages.ts';

export class Desk {
  private world: PlanWorld | undefined;

  /** Answers one question. @throws when no scenario is open, or a plan cannot be compiled */
  answer(question: DeskQuestion): Answers[DeskQuestion['ask']] {
    switch (question.ask) {
      case 'scenario': return this.openScenario(question.text, question.file);
      case 'plan': return parsePlan(question.text, question.file, this.open.scenario);
      case 'check': return reviewPlan(question.plan, this.open);
      case 'prepare': return preparePlan(question.plan, this.open);
      case 'variants': {
        const { plan, action, from, to, step } = question;
        const { present, variant } = variantsOf(plan, action, this.open);
        const starts = new Set([...startDays(from, to, step, present), present]);
        return { present, variants: [...starts].map(variant) };
      }
      case 'pairs': {
        const { plan, actions, count, span } = question;
        const { present, variant } = pairVariants(plan, actions, this.open);
        const last = this.open.days - 1;
        const days = [timingDays(present[0], count, span, last), timingDays(present[1], count, span, last)] as const;
        return { present, days, variants: [...days[0].flatMap(first => days[1].map(second => variant(first, second))), variant(...present)] };
      }
    }
  }

  private get open(): PlanWorld {
    if (this.world === undefined) throw new Error('No scenario is open.');
    return this.world;
  }

  private openScenario(text: string, file: string): Answers['scenario'] {
    const { value, diagnostics } = parseScenario(text, file);
    if (value === undefined) return { diagnostics };
    const t = buildTables(value, worldParameters(worldOf(value)));
    this.world = planWorld(value);
    return { model: scenarioModel(value, { start: t.destinationStart, list: t.destination }), diagnostics };
  }
}
