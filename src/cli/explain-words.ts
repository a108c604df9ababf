/** What an explanation says, in sentences that name their evidence. */
import { withRecord } from '../plan/actions/index.ts';
import type { Plan } from '../plan/schema.ts';
import { startText } from '../plan/starts.ts';
import type { PlanWorld } from '../plan/world.ts';
import { verbalBand } from '../study/compare.ts';
import type { Days, Explanation } from '../study/explain.ts';
import type { Share } from '../study/shares.ts';
import type { Swap } from '../study/swaps.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';

type Action = Plan['actions'][number];

/** What mechanisms do, for readers; a mechanism without words shows its name. */
const MECHANISM_WORDS: Readonly<Record<string, string>> = {
  presence: 'troops and police in place, and how they deter', relief: 'relief delivered', mediation: 'talks and ceasefires', sanctions: 'sanctions on parties', council: 'decisions of the Council',
  supply: 'supply of bases', lift: 'use of lift, port and money for lift', movement: 'convoys on the roads', 'field-orders': 'routes opened and bases built', redeployment: 'units moved within the country',
  generation: 'units called up', money: 'money spent and left', record: 'the mandate clock', agenda: 'orders and their triggers', violence: 'battles and killing', campaigns: 'campaigns of mass killing', parties: 'strength and intent of parties',
  tension: 'tension', displacement: 'flight and return', needs: 'need and mortality', reports: 'reports', estimate: 'risk estimates and alerts', consent: 'consent and acceptance', 'mission-risk': 'attacks on the mission', routes: 'state of the routes',
};

export function mechanismWords(name: string): string {
  return MECHANISM_WORDS[name] ?? name;
}

const labelOf = (action: Action, world: PlanWorld): string => withRecord(action, (one, record) => record.label(one, world)).en;

function startOf(action: Action, plan: Plan, world: PlanWorld): string {
  if (typeof action.start === 'number') return `D+${action.start}`;
  return startText(action, world, id => { const other = plan.actions.find(each => each.id === id); return other === undefined ? { en: id, fr: id } : withRecord(other, (one, record) => record.label(one, world)); }).en;
}

/** "Infantry battalion → East Valley, D+60 instead of D+90". */
export function swapWords(swap: Swap, a: Plan, b: Plan, world: PlanWorld): string {
  const { inA, inB, actions } = swap;
  const more = actions.length > 1 ? ` (with ${actions.slice(1).join(', ')})` : '';
  if (inB === undefined) return `without ${labelOf(inA!, world)}${more}`;
  if (inA === undefined) return `${labelOf(inB, world)} added${more}`;
  const [labelA, labelB] = [labelOf(inA, world), labelOf(inB, world)];
  const [startA, startB] = [startOf(inA, a, world), startOf(inB, b, world)];
  const changes = [startA === startB ? '' : `${startB} instead of ${startA}`, labelA === labelB ? '' : `instead of ${labelA}`].filter(Boolean);
  return `${labelB}, ${changes.length > 0 ? changes.join(', ') : 'changed'}${more}`;
}

/** "64 % (52 to 77)"; the amount alone while the difference is not decided. */
export function shareText({ amount, share, shareInterval }: Share, unit: string): string {
  return share === null ? signed(amount, unit) : `${percent(share)} % (${percent(shareInterval![0])} to ${percent(shareInterval![1])})`;
}

const percent = (share: number): string => String(Math.round(share * 100)).replace('-', '−');

/** With its sign: "+120", "−1,240". */
export function signed(amount: number, unit: string): string {
  const text = amountText(Math.abs(amount), unit);
  return amount === 0 ? text : `${amount > 0 ? '+' : '−'}${text}`;
}

function daysText({ median, p5, p95, never }: Days): string {
  if (median < 0) return 'never';
  const spread = p5 === p95 ? '' : ` (9 in 10 between D+${p5} and D+${p95})`;
  return `on D+${median}${spread}${never > 0 ? `, never in ${Math.max(1, Math.round(never * 100))} of 100` : ''}`;
}

/** The largest of a list by size of share; undefined when it is empty. */
const largest = <T extends Share>(list: readonly T[]): T | undefined => list.reduce<T | undefined>((best, one) => (best === undefined || Math.abs(one.amount) > Math.abs(best.amount) ? one : best), undefined);

/** The run of months, in a row, that holds most of the difference: at least half of it, and as short as can be. */
function window(months: Explanation['byTime']): { readonly from: number; readonly to: number; readonly share: number } | undefined {
  for (let length = 1; length <= months.length; length++) {
    let best: { from: number; to: number; share: number } | undefined;
    for (let i = 0; i + length <= months.length; i++) {
      const share = months.slice(i, i + length).reduce((sum, month) => sum + (month.share ?? 0), 0);
      if (share >= 0.5 && (best === undefined || share > best.share)) best = { from: months[i]!.fromDay, to: months[i + length - 1]!.toDay, share };
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** The explanation in plain words. @param scenario what was typed for the scenario, for the command that shows the evidence */
export function explainSentences(found: Explanation, a: Plan, b: Plan, world: PlanWorld, scenario: string): string[] {
  const { comparison, byAction, byMechanism, byRegion, byTime, carriers, divergence, evidence, unit, outcome, runs } = found;
  const what = OUTCOME_WORDS[outcome];
  const [low, high] = byAction.difference.interval;
  const share = comparison.bBetterShare;
  const band = verbalBand(share);
  const lines = [`B (${b.id}) is better than A (${a.id}) on ${what} in ${Math.round(share * 100)} of 100 futures: ${band.words.en} (${band.band.en}). Mean difference B − A: ${signed(byAction.difference.mean, unit)} (95 %: ${signed(low, unit)} to ${signed(high, unit)}, ${runs} futures).`];
  if (evidence.parted < 0) return [...lines, 'The two plans give the same futures: no difference.'];
  if (!byAction.decided) lines.push(`${runs} futures cannot tell this difference from none, so causes are given as amounts, not as shares. More futures (--runs) may.`);
  const action = largest(byAction.causes.map((cause, i) => ({ ...cause, swap: byAction.swaps[i]! })));
  if (action !== undefined) lines.push(`Largest part by action: ${swapWords(action.swap, a, b, world)}. Taking that back removes ${shareText(action, unit)}${action.share === null ? '' : ' of the difference'}.`);
  const way = largest(byMechanism.causes.map((cause, i) => ({ ...cause, name: byMechanism.names[i]! })));
  if (way !== undefined) lines.push(`Largest way in: ${mechanismWords(way.name)} (${way.name}). With that held as in A, ${shareText(way, unit)}${way.share === null ? '' : ' of the difference'} is gone.`);
  const carrier = largest(carriers.filter(({ share: part }) => part === null || Math.abs(part) < 0.999));
  if (carrier !== undefined && carrier.share !== null && carrier.share > 0.05) lines.push(`On its way the difference passes ${mechanismWords(carrier.id)} (${carrier.id}): held as in A, ${shareText(carrier, unit)} is gone.`);
  const region = largest(byRegion);
  if (region !== undefined) lines.push(`Where: most in ${region.name}: ${shareText(region, unit)}.`);
  const when = byAction.decided ? window(byTime) : undefined;
  if (when !== undefined) lines.push(`When: ${percent(when.share)} % of it arises from D+${when.from} to D+${when.to}.`);
  lines.push(`The futures part ${daysText(divergence.first)}; ${what} differs for good ${divergence.forGood.median < 0 ? 'in no future' : daysText(divergence.forGood).replace(/^on/, 'from')}.`);
  lines.push(`Evidence: future ${evidence.future} of seed ${evidence.seed} parts on D+${evidence.parted} and ends with ${amountText(evidence.a, unit)} under A and ${amountText(evidence.b, unit)} under B (forestall run ${scenario} --plan ${a.id} --seed ${evidence.seed} --future ${evidence.future}; the same with --plan ${b.id}).`);
  return lines;
}
