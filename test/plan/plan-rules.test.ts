/** Every rule that a plan is checked against, each provoked by a plan of its own. */
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/plan/check.ts';
import { forecastLines } from '../../src/plan/forecast.ts';
import { leadTime, parametersOf, sumOfPhases } from '../../src/plan/lead-times.ts';
import { PLAN_RULES, type PlanRuleCode } from '../../src/plan/plan-rules.ts';
import { roadCalendar } from '../../src/plan/seasons.ts';
import type { Action } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { unitTypeOf } from '../../src/scenario/units.ts';
import { STANDARD } from '../../src/engine/unit-stages.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const small = smallScenario();
const act = (kind: string, change: object): Action => ({
  ...({
    deploy: { id: 'd1', start: 20, unit: 'infantry-battalion', amount: 1, contributor: 'northland', destination: 'east' },
    redeploy: { id: 'r1', start: 20, unit: 'infantry-battalion', amount: 1, from: 'capital', destination: 'east' },
    aid: { id: 'x1', start: 5, region: 'east', amount: 10, stock: 0 }, 'forward-base': { id: 'b1', start: 5, region: 'east', amount: 850 }, 'open-route': { id: 'o1', start: 5, link: 'east-far-east', amount: 1 },
    monitors: { id: 'm1', start: 5, region: 'capital', amount: 12 }, mediate: { id: 't1', start: 5, party: 'eastern-front', amount: 2 }, sanction: { id: 's1', start: 5, party: 'eastern-front', measures: ['travel-ban'] },
    'council-request': { id: 'c1', start: 5, troops: 9000, police: 900, robust: true },
  } as Record<string, object>)[kind], kind, ...change,
}) as unknown as Action;
const request = act('council-request', {});
const base = (change: object) => act('forward-base', change);
const deploy = (change: object) => act('deploy', change);

const long = { days: 900 };
const mission = (change: Partial<Scenario['politics']['mission']>): Partial<Scenario> => ({ politics: { ...small.politics, mission: { ...small.politics.mission, ...change } } });
const pledges = (unit: string, number: number, readiness: Scenario['contributors'][number]['pledges'][number]['readiness'] = 'standard', reliability = 0.9): Partial<Scenario> => ({ contributors: [{ ...small.contributors[0]!, pledges: [{ unit, number, readiness, reliability, from: 0 }] }] });
const links = (...changes: Partial<Scenario['links'][number]>[]): Partial<Scenario> => ({ links: small.links.map((link, i) => ({ ...link, ...changes[i] })) });
const sites = (id: string, change: Partial<Scenario['sites'][number]>): Partial<Scenario> => ({ sites: small.sites.map(site => (site.id === id ? { ...site, ...change } : site)) });
const risky = { regions: small.regions.map(region => ({ ...region, risk: Object.fromEntries(Object.keys(region.risk).map(name => [name, 0.8])) as typeof region.risk })) };

interface Case { readonly code: PlanRuleCode; readonly actions: readonly Action[]; readonly world?: Partial<Scenario>; readonly says: string }

const CASES: readonly Case[] = [
  { code: 'id-twice', actions: [base({}), act('aid', { id: 'b1' })], says: 'is taken by action 1' },
  { code: 'unknown-action', actions: [base({ start: { afterAction: 'd9', days: 0 } })], says: 'not in the plan' },
  { code: 'no-decision', actions: [deploy({}), base({ start: { afterDecision: 'd1', days: 0 } })], says: 'no request' },
  { code: 'circular-start', actions: [base({ start: { afterAction: 'b1', days: 1 } })], says: 'waits, through other actions, for itself' },
  { code: 'no-date', actions: [base({ start: '2027-02-30' })], says: 'no day of the calendar' },
  { code: 'before-start', actions: [base({ start: '2027-02-20' })], says: 'before D0' },
  { code: 'ends-before-start', actions: [base({ start: 50, until: 40 })], says: 'before it can start' },
  { code: 'unknown-region', actions: [base({ region: 'est' })], says: 'no region "est"' },
  { code: 'unknown-party', actions: [act('mediate', { party: 'eastern' })], says: 'no party' },
  { code: 'unknown-route', actions: [act('open-route', { link: 'capital-est' })], says: 'no route' },
  { code: 'unknown-contributor', actions: [deploy({ contributor: 'northlnd' })], says: 'no contributor' },
  { code: 'unknown-unit-type', actions: [deploy({ unit: 'infantry-batalion' })], says: 'no unit type' },
  { code: 'unknown-place-of-origin', actions: [deploy({ origin: 'atlantis' })], says: 'no place of origin' },
  { code: 'other-scenario', actions: [], says: 'made for "other"' },
  { code: 'after-end', actions: [base({ start: 200 })], says: 'never begins' },
  { code: 'too-early', actions: [deploy({ contributor: 'union-brigade', start: 3 })], says: 'can be called from D+10' },
  { code: 'no-pledge', actions: [deploy({ unit: 'engineer-company' })], says: 'pledged no unit' },
  { code: 'pledge-exceeded', actions: [request, deploy({ amount: 4 })], says: 'calls 4 units' },
  { code: 'mixed-readiness', actions: [request, deploy({ amount: 2 })], world: { contributors: [{ ...small.contributors[0]!, pledges: [{ unit: 'infantry-battalion', number: 1, readiness: 'rapid', from: 0, reliability: 0.9 }, { unit: 'infantry-battalion', number: 1, readiness: 'standard', from: 0, reliability: 0.9 }] }] }, says: 'pace of the slowest' },
  { code: 'no-mandate-yet', actions: [deploy({})], world: mission({ present: false, units: [] }), says: 'wait for a decision' },
  { code: 'over-ceiling', actions: [deploy({ amount: 3 }), deploy({ id: 'd2', contributor: 'union-brigade', amount: 2 })], says: 'the highest ceiling in sight is 4000' },
  { code: 'nothing-to-redeploy', actions: [act('redeploy', { from: 'far-east' })], says: '0 are there' },
  { code: 'redeployed-before-arrival', actions: [act('redeploy', { from: 'east', destination: 'north' }), deploy({ start: 60 })], says: 'only 0 can be there' },
  { code: 'goes-nowhere', actions: [act('redeploy', { destination: 'capital' })], says: 'leave "capital" for "capital"' },
  { code: 'talks-with-host', actions: [act('mediate', { party: 'government' })], says: 'another party' },
  { code: 'many-monitors', actions: [act('monitors', { amount: 400 })], says: '400 monitors' },
  { code: 'asks-for-nothing', actions: [act('council-request', { troops: 4000, police: 500, robust: false })], says: 'already allows 4000' },
  { code: 'decisions-of-the-record', actions: [request], world: { politics: { ...small.politics, council: { ...small.politics.council, decisions: [{ date: 30, troops: 6000, police: 600, robust: true }] } } }, says: 'fixes the decisions' },
  { code: 'no-works-there', actions: [act('open-route', { link: 'sea-lane' })], says: 'goes by sea' },
  { code: 'measure-twice', actions: [act('sanction', { measures: ['travel-ban', 'travel-ban'] })], says: 'counts once' },
  { code: 'no-route', actions: [act('aid', { region: 'far-east' })], world: { links: small.links.filter(link => link.id !== 'east-far-east') }, says: 'cannot reach "far-east"' },
  { code: 'too-many-works', actions: [act('open-route', { amount: 3 }), act('open-route', { id: 'o2', amount: 2 })], says: "5 engineer companies' worth" },
  { code: 'talks-twice', actions: [act('mediate', {}), act('mediate', { id: 't2' })], says: 'already holds talks' },
  { code: 'measures-twice', actions: [act('sanction', {}), act('sanction', { id: 's2' })], says: 'already asks' },
  { code: 'empty-base', actions: [base({ region: 'far-east' })], says: 'would stand empty' },
  // reckoned ahead
  { code: 'waits-for-nothing', actions: [act('aid', { amount: 0 }), base({ start: { afterAction: 'x1', days: 1 } })], says: 'never starts' },
  { code: 'waits-past-end', actions: [act('aid', {}), base({ start: { afterAction: 'x1', days: 300 } })], says: 'cannot start before day 306' },
  { code: 'rare-alert', actions: [act('aid', { start: { afterAlert: 3, days: 0 } })], says: 'level 3 is not reached in every future' },
  { code: 'orders-nothing', actions: [act('aid', { amount: 0 })], says: 'changes nothing' },
  { code: 'never-in-time', actions: [deploy({ start: 150 })], says: 'before even a quick arrival' },
  { code: 'hardly-in-time', actions: [deploy({ start: 40 })], says: 'after the order ends on day 199' },
  { code: 'shaky-pledge', actions: [deploy({})], world: pledges('infantry-battalion', 1, 'standard', 0.4), says: 'in 40 of 100 futures' },
  { code: 'closed-on-arrival', actions: [deploy({ start: 0, destination: 'far-east', contributor: 'union-brigade', unit: 'infantry-battalion' })], world: long, says: 'no road to "far-east" is open before D+' },
  { code: 'narrow-way', actions: [deploy({ destination: 'far-east' })], world: { ...long, ...links({}, {}, { capacity: 40 }) }, says: 'carries 26 t a day for units; 3000 t of equipment need 115 days' },
  { code: 'escorted-way', actions: [deploy({})], world: { ...long, ...links({}, { insecurity: 0.7 }) }, says: 'go escorted: "capital-east"' },
  { code: 'no-airfield', actions: [deploy({ unit: 'fixed-wing-unit', destination: 'north' })], world: { ...long, ...pledges('fixed-wing-unit', 1) }, says: '"north" has no airfield' },
  { code: 'no-river', actions: [deploy({ unit: 'riverine-unit' })], world: { ...long, ...pledges('riverine-unit', 1) }, says: 'No river route touches "east"' },
  { code: 'far-from-surgeon', actions: [deploy({})], world: long, says: 'No surgical hospital lies within two hours of "east"' },
  { code: 'no-sea-lift', actions: [deploy({})], world: { ...long, lift: { ...small.lift, seaTonnes: 0 } }, says: 'no sea lift' },
  { code: 'no-seats', actions: [deploy({})], world: { ...long, lift: { ...small.lift, airSeats: 0 } }, says: 'no seat by air' },
  { code: 'sea-queue', actions: [deploy({})], world: { ...long, lift: { ...small.lift, seaTonnes: 50 } }, says: '3000 t wait for ships that carry 50 t a day: 60 days' },
  { code: 'port-queue', actions: [deploy({})], world: { ...long, ...sites('harbour', { throughput: 80 }) }, says: 'clears 48 t a day for units: 63 days' },
  { code: 'seat-queue', actions: [deploy({})], world: { ...long, lift: { ...small.lift, airSeats: 15 } }, says: '850 people wait for 15 seats a day: 57 days' },
  { code: 'port-in-rains', actions: [deploy({ start: 60 })], world: { ...long, ...sites('harbour', { wetSeason: 0.3 }) }, says: 'in the rains, when it clears 30 %' },
  { code: 'airlift-short', actions: [deploy({ start: 0, destination: 'far-east' })], world: long, says: '9.4 t a day: 4 rotations, 2 helicopters; the plan has 0' },
  { code: 'no-way-between', actions: [act('redeploy', { destination: 'far-east' })], world: { links: small.links.filter(link => link.id !== 'east-far-east') }, says: 'No open way leads from "capital" to "far-east"' },
  { code: 'move-in-rains', actions: [act('redeploy', { start: 150, destination: 'far-east' })], says: 'when the rains cut "east-far-east"' },
  { code: 'leaves-nobody', actions: [act('redeploy', {})], says: 'leaves no unit in "capital"' },
  { code: 'aid-too-short', actions: [act('aid', { until: 8 })], says: 'lasts 4 days; dispatch alone takes' },
  { code: 'aid-over-way', actions: [act('aid', { region: 'far-east', amount: 120 })], says: 'carries 90 t a day' },
  { code: 'aid-over-people', actions: [act('aid', { amount: 500 })], says: '"east" has 600 thousand' },
  { code: 'stock-left-over', actions: [act('aid', { stock: 5000 })], says: 'the order sends 1950 t' },
  { code: 'store-runs-dry', actions: [act('aid', { amount: 60 })], says: 'lasts 25 days at 60 t a day' },
  { code: 'aid-in-rains', actions: [act('aid', { region: 'far-east' })], says: 'No road to "far-east" is open for' },
  { code: 'base-too-short', actions: [base({ until: 10 })], says: 'lasts 6 days; a base takes' },
  { code: 'base-too-small', actions: [deploy({}), base({ amount: 100 })], world: long, says: '850 people are ordered to "east"; the base houses 100' },
  { code: 'base-after-units', actions: [deploy({ start: 0 }), base({ start: 300 })], world: long, says: 'has to make its own' },
  { code: 'works-too-short', actions: [act('open-route', { until: 20 })], says: 'lasts 16 days; survey and 28 km of works' },
  { code: 'works-in-rains', actions: [act('open-route', { start: 115, until: 180 })], says: 'fall into the rains, when a company does 25 %' },
  { code: 'works-not-needed', actions: [act('open-route', { link: 'capital-east' })], says: 'stays open in the rains (paved)' },
  { code: 'works-for-nobody', actions: [act('open-route', {})], says: 'No unit and no aid of this plan goes over "east-far-east"' },
  { code: 'crowded-way', actions: [act('aid', { region: 'far-east', amount: 60 }), act('aid', { id: 'x2', region: 'far-east', amount: 50 })], says: 'over "east-far-east", which carries 90 t' },
  { code: 'aid-over-port', actions: [act('aid', { region: 'east', amount: 40 })], world: sites('harbour', { throughput: 30 }), says: 'which clears 30 t' },
  { code: 'veto-in-sight', actions: [request], world: { politics: { ...small.politics, council: { ...small.politics.council, members: small.politics.council.members.map((member, i) => (i === 1 ? { ...member, position: -0.8 } : member)) } } }, says: '"member-two" has a veto and stands at -0.8' },
  { code: 'decided-too-late', actions: [act('council-request', { start: 195 })], says: 'A decision takes' },
  { code: 'monitors-unwelcome', actions: [act('monitors', {})], world: { politics: { ...small.politics, consent: 0.1 } }, says: 'consent is 0.1' },
  { code: 'monitors-too-short', actions: [act('monitors', { until: 15 })], says: 'lasts 11 days' },
  { code: 'observers-alone', actions: [act('monitors', { region: 'far-east' })], world: risky, says: 'observers alone' },
  { code: 'talks-cut-short', actions: [act('mediate', { amount: 12 })], says: '12 rounds take about 370 days' },
  { code: 'listing-the-host', actions: [act('sanction', { party: 'government' })], says: 'cost consent' },
  { code: 'host-bars-entry', actions: [deploy({})], world: { ...long, politics: { ...small.politics, consent: 0.1 } }, says: 'nobody embarks below 0.15' },
  { code: 'never-funded', actions: [deploy({})], world: { ...long, money: { budget: 1e6, commitment: 1e6, liquidity: 0.8 } }, says: 'so it is never funded' },
  { code: 'base-over-money', actions: [deploy({}), base({ amount: 20000 })], world: { ...long, money: { ...small.money, budget: 1e6, commitment: 3e7 } }, says: 'The base costs 80 million USD' },
  { code: 'aid-over-money', actions: [act('aid', { amount: 80 })], world: { money: { budget: 1e6, commitment: 1e6, liquidity: 0.8 } }, says: 'must be at hand' },
  { code: 'budget-short', actions: [deploy({})], world: { ...long, money: { ...small.money, budget: 1e7 } }, says: 'a year; the budget is 10 million USD' },
];

const found = ({ code, actions, world }: Case) => checkPlan({ ...smallPlan(actions), scenario: code === 'other-scenario' ? 'other' : 'small' }, planWorld(smallScenario(world)));

describe('rules', () => {
  it.each(CASES.map(row => [row.code, row] as const))('%s', (code, row) => {
    const findings = found(row);
    const finding = findings.find(one => one.code === `plan/${code}`);
    // the list on the right names what was found instead
    expect(finding === undefined ? findings.map(one => one.code) : [`plan/${code}`]).toEqual([`plan/${code}`]);
    expect(finding!.severity).toBe(PLAN_RULES[code].severity);
    expect(finding!.message).toContain(row.says);
    expect(finding!.message).toMatch(/^["\p{Lu}\d].*\.$/u);
    expect(finding!.suggestion ?? '').toMatch(/^.{8,}[.?]$/);
    expect(`${finding!.message} ${finding!.suggestion}`).not.toMatch(/undefined|NaN|Infinity/);
  });
  it('are all provoked here, and are more than eighty, forty of them feasibility', () => {
    expect([...new Set(CASES.map(row => row.code))].sort()).toEqual(Object.keys(PLAN_RULES).sort());
    expect(CASES.length).toBeGreaterThan(80);
    expect(Object.values(PLAN_RULES).filter(rule => rule.about === 'feasibility').length).toBeGreaterThanOrEqual(40);
  });
  it('that reckon ahead wait until the plan is free of errors', () => {
    const actions = [deploy({ start: 150 }), base({ region: 'est' })];
    expect(checkPlan(smallPlan(actions), planWorld(small)).map(one => one.code)).toEqual(['plan/unknown-region']);
  });
});

describe('a plan that can work', () => {
  it('is left alone', () => {
    const world = planWorld(smallScenario({ ...long, politics: { ...small.politics, mission: { ...small.politics.mission, units: [...small.politics.mission.units, { unit: 'level-2-hospital', region: 'east', number: 1, strength: 1 }] } } }));
    const actions = [act('monitors', {}), act('mediate', {}), act('council-request', {}), act('sanction', {}), deploy({ start: 20 }), base({}), act('aid', { amount: 30, stock: 1000 }), act('open-route', { link: 'east-far-east' }), act('aid', { id: 'x2', region: 'far-east', amount: 5, until: 90 })];
    expect(checkPlan(smallPlan(actions), world)).toEqual([]);
  });
});

describe('lead times', () => {
  const p = parametersOf(small);
  it('of one phase are its own quantiles', () => {
    const one = sumOfPhases([{ median: 40, sigma: 0.5 }], 3, 0);
    expect(one.median).toBeCloseTo(43, 6);
    expect(one.low).toBeCloseTo(3 + 40 * Math.exp(-1.2815515655 * 0.5), 6);
    expect(one.high).toBeCloseTo(3 + 40 * Math.exp(1.2815515655 * 0.5), 6);
    expect(sumOfPhases([], 5, 0)).toEqual({ low: 5, median: 5, high: 5 });
  });
  it('of the phases of the record, in a row, are near 144, 221 and 359 days', () => {
    const record = sumOfPhases([[45, 0.84], [60, 0.7], [30, 0.57], [18, 0.52], [8, 0.7], [12, 1.06], [10, 0.71]].map(([median, sigma]) => ({ median: median!, sigma: sigma! })), 0, 0);
    for (const [value, wanted] of [[record.low, 144], [record.median, 221], [record.high, 359]] as const) expect(Math.abs(value / wanted - 1)).toBeLessThan(0.08);
  });
  it('are longer for more units, for worse roads, and for pledges less ready', () => {
    const type = unitTypeOf('infantry-battalion')!;
    const of = (number: number, readiness: number, to: string) => leadTime(small, type, number, readiness, to, p).median;
    expect(of(3, STANDARD, 'east')).toBeGreaterThan(of(1, STANDARD, 'east'));
    expect(of(1, STANDARD, 'far-east')).toBeGreaterThan(of(1, STANDARD, 'east'));
    expect(of(1, STANDARD, 'east')).toBeGreaterThan(of(1, 0, 'east'));
  });
  it('are said for each deployment', () => {
    expect(forecastLines(smallPlan([deploy({})]), planWorld(smallScenario(long)))).toEqual([expect.stringMatching(/^d1: lead time \d+–\d+ days \(\d+ at the median\), expected D\+\d+ to D\+\d+; 850 people, 3000 t$/)]);
  });
});

describe('the calendar of roads', () => {
  const roads = roadCalendar(smallScenario(long));
  it('closes the track in the rains and opens it after them', () => {
    expect(roads.isOpen('far-east', 60)).toBe(true);
    expect(roads.isOpen('far-east', 160)).toBe(false);
    expect(roads.isOpen('east', 160)).toBe(true);
    const open = roads.firstOpen('far-east', 160)!;
    expect(open).toBeGreaterThan(200);
    expect(open).toBeLessThan(240);
    const closed = roads.longestClosed('far-east', 0, 364);
    expect(closed.from + closed.days).toBe(open);
    expect(roads.firstOpen('far-east', 700)).toBe(700);
    expect(roads.firstOpen('far-east', 899)).toBeUndefined();
  });
});
