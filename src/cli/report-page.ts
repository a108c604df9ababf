/**
 * A study as one page: what to do, how sure, what would change it; plans as sentences, pictures, every number, the
 * assumptions and where it all comes from. Self-contained, without scripts. Each number of the study carries its exact
 * value and its place in `study --json`.
 */
import { CONSTRAINTS } from '../engine/schedule.ts';
import { countParameters, PARAMETERS } from '../scenario/parameters.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { dayText } from '../plan/world.ts';
import { differencesOf } from '../study/compare.ts';
import { OUTCOMES, outcomeOf } from '../study/outcomes.ts';
import type { SeriesName } from '../study/results.ts';
import { amountText, OUTCOME_WORDS } from './numbers.ts';
import { dotsPicture, fanDomain, fanPicture, planInk, stripPicture } from './report-pictures.ts';
import type { ReportData } from './report-data.ts';
import { REPORT_STYLE } from './report-style.ts';
import { escapeText, figure, list, pageTable, paragraph } from './report-text.ts';
import { actionSentence, changeOfMind, howSure, recommendation } from './report-words.ts';

/** Sentences of ux.md 4.5. */
export const DISCLAIMER = 'These results describe the model, not the world. Use them to compare plans and question assumptions, not to forecast events.';
export const INDEPENDENT = 'Independent software. Not a United Nations product; no endorsement is implied.';
export const WATERMARK = 'Historical case. Illustrative only. Not for operational use.';

/** Series that shows an outcome by day. */
const SERIES_OF: Readonly<Partial<Record<OutcomeName, SeriesName>>> = { peakDisplaced: 'displaced', displacedPersonDays: 'displaced', refugees: 'displaced', needReached: 'needReached', missionDeaths: 'missionDeaths', cost: 'cost' };
const SERIES_WORDS: Readonly<Record<SeriesName, string>> = {
  harmed: 'civilians killed since D0', displaced: 'people displaced', needReached: 'need reached', tension: 'tension', will: 'political will', consent: 'consent of the host', cost: 'spent since D0', missionDeaths: 'mission deaths since D0',
};
const SERIES_UNIT: Readonly<Partial<Record<SeriesName, string>>> = { harmed: 'people', displaced: 'people', needReached: 'share', cost: 'USD', missionDeaths: 'people' };
/** Days between rows of the table beside a fan. */
const ROW_DAYS = 30;

const section = (title: string, ...parts: readonly string[]): string => `<section><h2>${escapeText(title)}</h2>${parts.join('')}</section>`;
const pictured = (svg: string, caption: string): string => `<figure>${svg}<figcaption>${escapeText(caption)}</figcaption></figure>`;

function head({ world: { scenario }, planWorld, study }: ReportData): string {
  const [first, last] = [dayText(planWorld, 0).en.replace(/^D\+0, /, ''), dayText(planWorld, scenario.days - 1).en.replace(/^D\+\d+, /, '')];
  const historical = scenario.kind === 'historical';
  return [
    historical ? `<p class="watermark">${escapeText(WATERMARK)}</p>` : '',
    `<h1>${escapeText(`${scenario.title.en}${historical ? `, ${first} to ${last}` : ''}: plans compared`)}</h1>`,
    paragraph(`${study.plans.length} plans, ${study.runs} futures of each, ${scenario.days} days from ${first} (D0: ${scenario.dayZero.en.replace(/\.$/, '')}). ${historical ? '' : 'A fictional country.'}`),
    historical ? `<div class="notice">${paragraph(`Place and time: ${scenario.title.en}, ${first} to ${last}. It uses the public record cited below. What the model computes is not what happened, and is not a judgement of the people who were there.`)}</div>` : '',
    `<p class="notice">${escapeText(DISCLAIMER)}</p>`,
  ].join('');
}

function plansAsSentences({ plans, planWorld }: ReportData): string {
  return section('The plans', ...plans.map(plan => [
    `<h3><span class="plan" style="background:${planInk(plan.letter)}"></span>${escapeText(`${plan.letter === '' ? plan.id : plan.letter}: ${plan.title.en}`)}</h3>`,
    plan.note === undefined ? '' : `<p class="muted">${escapeText(plan.note.en)}</p>`,
    plan.actions.length === 0 ? paragraph('No action.') : list(plan.actions.map(action => actionSentence(action, plan, planWorld))),
  ].join('')));
}

function pictures(data: ReportData): string {
  const { results, plans, outcome, study, lead, rival, curve, curveAction, goal, present } = data;
  const series = SERIES_OF[outcome] ?? 'harmed';
  const domain = fanDomain(results, series);
  const amount = (value: number) => amountText(value, SERIES_UNIT[series] ?? '');
  const fans = results.map((result, i) => pictured(fanPicture(result, series, domain, planInk(plans[i]!.letter), `${SERIES_WORDS[series]} by day under plan ${plans[i]!.id}`, amount),
    `Plan ${plans[i]!.id}, ${SERIES_WORDS[series]}: half of the futures lie in the dark band, 9 in 10 in the light one; the line is the median, the faint lines are twelve futures. First ${result.runs} futures.`));
  const { unit, better } = outcomeOf(outcome);
  const dots = rival < 0 ? '' : pictured(dotsPicture(differencesOf(results[rival]!.outcomes[outcome], results[lead]!.outcomes[outcome]), better, planInk(plans[lead]!.letter), `Difference in ${OUTCOME_WORDS[outcome]}, plan ${plans[lead]!.id} minus plan ${plans[rival]!.id}, future by future`, value => amountText(value, unit)),
    `${OUTCOME_WORDS[outcome]}, plan ${plans[lead]!.id} minus plan ${plans[rival]!.id} in the same futures. Each dot is 2 futures in 100; full dots are futures in which plan ${plans[lead]!.id} is better.`);
  const strip = curve === undefined ? '' : pictured(stripPicture(curve, goal.tolerance, present, `Start days of ${curveAction!.id} in plan ${plans[lead]!.id}`),
    `Start days of “${curveAction!.id}” in plan ${plans[lead]!.id}: darker is worse on ${OUTCOME_WORDS[curve.outcome]}, hatched is not feasible; the bracket spans starts without material difference${curve.lastResponsibleDay === null ? '' : ', the red line is the last responsible day'}. ${curve.runs} futures a start.`);
  const bands = pageTable(`${SERIES_WORDS[series]} by day, medians (5 % to 95 %)`, ['day', ...study.plans.map(plan => plan.id)], Array.from({ length: Math.ceil(results[0]!.days / ROW_DAYS) }, (_, i) => {
    const day = Math.min(results[0]!.days - 1, i * ROW_DAYS);
    return [`D+${day}`, ...results.map(({ bands: { [series]: all } }) => `${amount(all[day * 5 + 2]!)} (${amount(all[day * 5]!)} to ${amount(all[day * 5 + 4]!)})`)];
  }));
  const starts = curve === undefined ? '' : pageTable(`Start days of “${curveAction!.id}”`, ['start', 'median', '5 %', '95 %', 'meet the target', 'feasible'], curve.points.map(point => [
    `D+${point.start}`, ...[point.median, point.p5, point.p95].map(value => amountText(value, unit)), Number.isNaN(curve.target) ? '–' : amountText(point.met, 'share'), point.feasible ? 'yes' : escapeText(`no: ${point.reason.en}`),
  ]));
  return section('Pictures', ...fans, dots, strip, bands, starts);
}

const SUMMARY = ['mean', 'p5', 'p25', 'median', 'p75', 'p95'] as const;
const SUMMARY_WORDS = ['mean', '5 %', '25 %', 'median', '75 %', '95 %'];

function numbers({ study, results }: ReportData): string {
  const outcomes = study.plans.map((plan, i) => pageTable(`Plan ${plan.id}: outcomes over ${study.runs} futures`, ['outcome', ...SUMMARY_WORDS], OUTCOMES.map(({ name, unit }) => [
    escapeText(`${OUTCOME_WORDS[name]} (${unit})`), ...SUMMARY.map(key => figure(plan.outcomes[name][key], amountText(plan.outcomes[name][key], unit), `plans[${i}].outcomes.${name}.${key}`)),
  ])));
  const pairs = study.plans.flatMap((a, i) => study.plans.slice(i + 1).map(b => pageTable(`Plan ${b.id} minus plan ${a.id}`, ['outcome', `${a.id} better`, `${b.id} better`, 'ties', 'median', '5 %', '95 %', 'mean', 'mean, 95 %', 'verdict'], study.comparisons.flatMap((c, at) => {
    if (c.a !== a.id || c.b !== b.id) return [];
    const number = (value: number, key: string) => figure(value, amountText(value, c.unit), `comparisons[${at}].difference.${key}`);
    const count = (key: 'aBetter' | 'bBetter' | 'ties') => figure(c[key], String(c[key]), `comparisons[${at}].${key}`);
    const verdict = c.verdict === 'open' ? 'cannot tell yet' : c.verdict === 'same' ? 'no difference' : `${c.verdict === 'a' ? a.id : b.id} better`;
    const { median, p5, p95, mean, ci95 } = c.difference;
    return [[escapeText(OUTCOME_WORDS[c.outcome]), count('aBetter'), count('bBetter'), count('ties'), number(median, 'median'), number(p5, 'p5'), number(p95, 'p95'), number(mean, 'mean'), `${number(ci95[0], 'ci95[0]')} to ${number(ci95[1], 'ci95[1]')}`, escapeText(verdict)]];
  }))));
  const clock = pageTable('Mandate clock: mean days from first warning to full effect, by what held the plan up', ['cause', ...study.plans.map(plan => plan.id)], CONSTRAINTS.flatMap((cause, c) => (cause === 'none' ? [] : [[escapeText(cause), ...results.map(result => result.mandateClock[c]!.toFixed(1))]])));
  return section('Every number', ...outcomes, ...pairs, clock);
}

function assumed({ study, world }: ReportData): string {
  const { scenario, overrides } = world;
  const counts = countParameters();
  const changed = [...Object.entries(scenario.parameters).map(([name, row]) => [name, row.value, row.reason, 'the scenario'] as const), ...Object.entries(overrides).map(([name, value]) => [name, value, '', 'set for this study'] as const)];
  const unitOf = (name: string) => PARAMETERS.find(row => row.name === name)?.unit ?? '';
  return section('Assumptions',
    paragraph(`Preset ${study.preset}; ${study.ensemble === 'events' ? 'random events differ between futures, parameters do not' : 'random events and parameters differ between futures'}. ${counts.total} parameters: ${counts.measured} measured, ${counts.judged} judged, ${counts.invented} invented (forestall parameters).`),
    study.without === undefined ? '' : paragraph(`Left out of the model: ${study.without.join(', ')}.`),
    changed.length === 0 ? paragraph('No parameter is changed.') : pageTable('Parameters changed', ['parameter', 'value', 'usual', 'by', 'reason'], changed.map(([name, value, reason, by]) => [escapeText(name), escapeText(`${value} ${unitOf(name)}`), String(PARAMETERS.find(row => row.name === name)?.value ?? '–'), escapeText(by), escapeText(reason)])),
    scenario.sources.length === 0 ? '' : `<h3>Sources of the scenario</h3>${list(scenario.sources.map(source => source.text))}`);
}

function provenance({ study }: ReportData): string {
  const { hashes, engine } = study;
  const line = `scenario ${study.scenario} ${hashes.scenario}; plans ${Object.entries(hashes.plans).map(([id, hash]) => `${id} ${hash}`).join(', ')}; parameters ${hashes.parameters}; engine ${engine.version}, model ${engine.model}; seed ${study.seed}; ${study.runs} runs; result ${hashes.result}`;
  return section('Where this comes from', `<p><code>${escapeText(line)}</code></p>`, paragraph('The same scenario, plans, parameters, seed and model version give the same numbers, bit for bit, on any machine: "forestall verify" computes them again.'), `<p class="small">${escapeText(DISCLAIMER)} ${escapeText(INDEPENDENT)}</p>`);
}

/** The page as text. */
export function reportPage(data: ReportData): string {
  const { scenario } = data.world;
  const title = `${scenario.title.en}: plans ${data.study.plans.map(plan => plan.id).join(', ')} (Forestall)`;
  const body = [
    head(data), section('Recommendation', ...recommendation(data).map((line, i) => `<p${i === 0 ? ' class="lead"' : ''}>${escapeText(line)}</p>`)),
    section('How sure', list(howSure(data))), section('What would change my mind', list(changeOfMind(data))), plansAsSentences(data), pictures(data), numbers(data), assumed(data), provenance(data),
  ].join('\n');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(title)}</title><style>${REPORT_STYLE}</style></head><body${scenario.kind === 'historical' ? ' class="watermarked"' : ''}>\n<main>\n${body}\n</main>\n</body></html>\n`;
}
