import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/plan/check.ts';
import { isFeasibility } from '../../src/plan/plan-rules.ts';
import { reviewPlan } from '../../src/plan/review.ts';
import type { Action, Plan } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const world = planWorld(smallScenario());
type Deploy = Extract<Action, { kind: 'deploy' }>;
const deploy = (change: Partial<Deploy> = {}): Deploy => ({ kind: 'deploy', id: 'd1', start: 60, unit: 'infantry-battalion', amount: 1, contributor: 'northland', destination: 'east', ...change });
const request: Action = { kind: 'council-request', id: 'c1', start: 12, troops: 9000, police: 900, robust: true };
const base = (change: object): Action => ({ kind: 'forward-base', id: 'b1', start: 20, region: 'east', amount: 500, ...change }) as Action;
const move = (change: object): Action => ({ kind: 'redeploy', id: 'r1', start: 40, unit: 'infantry-battalion', amount: 1, from: 'capital', destination: 'east', ...change }) as Action;
/** What checking says of the sense of a plan; plan-rules.test.ts has the rules that reckon ahead. */
const senseOf = (plan: Plan, at = world) => checkPlan(plan, at).filter(finding => !isFeasibility(finding.code));
const codes = (plan: Plan, at = world) => senseOf(plan, at).map(finding => `${finding.severity} ${finding.code} ${finding.path}`);

describe('a plan that makes sense', () => {
  it('has no findings', () => expect(senseOf(smallPlan())).toEqual([]));
  it('may be empty', () => expect(checkPlan(smallPlan([]), world)).toEqual([]));
  it('may start on the last day', () => expect(codes(smallPlan([base({ start: 199 })]))).toEqual([]));
});

describe('findings', () => {
  it.each<[string, Action[], string, string]>([
    ['two actions of one id', [base({}), move({ id: 'b1' })], 'error plan/id-twice /actions/1/id', '"b1" is taken by action 1'],
    ['a missing action', [base({ start: { afterAction: 'd9', days: 0 } })], 'error plan/unknown-action /actions/0/start/afterAction', '"d9", which is not in the plan'],
    ['a decision on what is no request', [deploy(), base({ start: { afterDecision: 'd1', days: 0 } })], 'error plan/no-decision /actions/1/start/afterDecision', '"d1" is no request to the Council'],
    ['a start that waits for itself', [base({ start: { afterAction: 'b1', days: 1 } })], 'error plan/circular-start /actions/0/start', 'waits, through other actions, for itself'],
    ['a ring of two', [deploy({ start: { afterAction: 'b1', days: 1 } }), base({ start: { afterAction: 'd1', days: 1 } })], 'error plan/circular-start /actions/1/start', '"b1" waits'],
    ['a date before D0', [base({ start: '2027-02-20' })], 'error plan/before-start /actions/0/start', '9 days before D0 (2027-03-01)'],
    ['a start after the end', [base({ start: 200 })], 'warning plan/after-end /actions/0/start', 'ends after day 199'],
    ['an end before the start', [base({ start: 50, until: 40 })], 'error plan/ends-before-start /actions/0/until', 'ends on day 40, before it can start (day 50)'],
    ['an end before the start of what it waits for', [deploy(), base({ start: { afterAction: 'd1', days: 10 }, until: '2027-04-01' })], 'error plan/ends-before-start /actions/1/until', 'ends on day 31'],
    ['an unknown region', [base({ region: 'est' })], 'error plan/unknown-region /actions/0/region', 'no region "est"'],
    ['an unknown party', [{ kind: 'mediate', id: 't1', start: 1, party: 'eastern', amount: 2 }], 'error plan/unknown-party /actions/0/party', 'no party "eastern"'],
    ['an unknown route', [{ kind: 'open-route', id: 'o1', start: 1, link: 'capital-est', amount: 1 }], 'error plan/unknown-route /actions/0/link', 'no route "capital-est"'],
    ['an unknown contributor', [deploy({ contributor: 'northlnd' })], 'error plan/unknown-contributor /actions/0/contributor', '"northlnd"'],
    ['an unknown unit', [deploy({ unit: 'infantry-batalion' })], 'error plan/unknown-unit-type /actions/0/unit', '"infantry-batalion"'],
    ['an unknown origin', [deploy({ origin: 'atlantis' })], 'error plan/unknown-place-of-origin /actions/0/origin', '"atlantis"'],
    ['a unit that nobody pledged there', [deploy({ unit: 'engineer-company' })], 'error plan/no-pledge /actions/0/contributor', '"northland" has pledged no unit of the type "engineer-company"'],
    ['pledges exceeded by two actions together', [request, deploy({ amount: 2 }), deploy({ id: 'd2', amount: 2 })], 'error plan/pledge-exceeded /actions/2/amount', 'calls 4 units of the type "infantry-battalion" from "northland", which has pledged 3'],
    ['more than any ceiling holds', [deploy({ amount: 3 }), deploy({ id: 'd2', contributor: 'union-brigade', amount: 2 })], 'warning plan/over-ceiling /actions/1/amount', 'holds 5112 troops; the highest ceiling in sight is 4000'],
    ['a start before the pledge opens', [deploy({ contributor: 'union-brigade', start: 3 })], 'warning plan/too-early /actions/0/start', 'pledge of Union brigade can be called from D+10, 11 March 2027'],
    ['a start before the mandate', [{ ...request, start: 80 } as Action, deploy({ amount: 3, start: 60 }), deploy({ id: 'd2', contributor: 'union-brigade', amount: 2, start: 60 })], 'warning plan/too-early /actions/2/start', 'the mandate does not allow 5,112 troops before the request to the Council on D+80'],
    ['units that are not there', [move({ from: 'far-east' })], 'error plan/nothing-to-redeploy /actions/0/amount', '1 units of the type "infantry-battalion" are to leave "far-east"; 0 are there'],
    ['units taken twice', [move({}), move({ id: 'r2', start: 50, destination: 'north' })], 'error plan/nothing-to-redeploy /actions/1/amount', '0 are there or on the way ("r1" takes 1 before it)'],
    ['units that come later', [move({ from: 'east', destination: 'north' }), deploy()], 'warning plan/redeployed-before-arrival /actions/0/start', 'only 0 can be there by its start'],
    ['a move to where it starts', [move({ destination: 'capital' })], 'warning plan/goes-nowhere /actions/0/destination', 'leave "capital" for "capital"'],
    ['talks with the host', [{ kind: 'mediate', id: 't1', start: 1, party: 'government', amount: 2 }], 'error plan/talks-with-host /actions/0/party', 'another party'],
    ['a request for no more than there is', [{ ...request, troops: 4000, police: 500, robust: false } as Action], 'warning plan/asks-for-nothing /actions/0/troops', 'already allows 4000 troops'],
    ['works at sea', [{ kind: 'open-route', id: 'o1', start: 1, link: 'sea-lane', amount: 1 }], 'error plan/no-works-there /actions/0/link', 'goes by sea'],
    ['more works than find room', [{ kind: 'open-route', id: 'o1', start: 1, link: 'capital-east', amount: 3 }, { kind: 'open-route', id: 'o2', start: 30, link: 'capital-east', amount: 2 }], 'warning plan/too-many-works /actions/1/amount', "5 engineer companies' worth"],
    ['a base for nobody', [base({ region: 'far-east' })], 'advice plan/empty-base /actions/0/region', 'would stand empty'],
    ['the same measure asked for twice', [{ kind: 'sanction', id: 's1', start: 1, party: 'eastern-front', measures: ['travel-ban'] }, { kind: 'sanction', id: 's2', start: 2, party: 'eastern-front', measures: ['travel-ban'] }], 'advice plan/measures-twice /actions/1/measures', '"s1" already asks'],
  ])('%s', (_, actions, wanted, part) => {
    const found = checkPlan(smallPlan(actions), world).find(finding => `${finding.severity} ${finding.code} ${finding.path}` === wanted);
    // the list on the right names what was found instead
    expect(found === undefined ? codes(smallPlan(actions)) : [wanted]).toEqual([wanted]);
    expect(found!.message).toContain(part);
  });

  it('aid to a region that no route reaches', () => {
    const cut = planWorld(smallScenario({ links: smallScenario().links.filter(link => link.id !== 'east-far-east') }));
    const aid: Action = { kind: 'aid', id: 'x1', start: 5, region: 'far-east', amount: 20, stock: 0 };
    expect(codes(smallPlan([aid]), cut)).toEqual(['warning plan/no-route /actions/0/region']);
    expect(codes(smallPlan([{ ...aid, amount: 0 }]), cut)).toEqual([]);
    expect(codes(smallPlan([aid]))).toEqual([]);
  });

  it('a plan of another scenario', () => expect(codes({ ...smallPlan([]), scenario: 'large' })).toEqual(['warning plan/other-scenario /scenario']));

  it('come all at once, errors first, with a suggestion where a name is near', () => {
    const findings = checkPlan(smallPlan([base({ region: 'est', start: 200 }), deploy({ contributor: 'northlnd' }), move({ from: 'capitl' })]), world);
    expect(findings.map(finding => finding.severity)).toEqual(['error', 'error', 'error', 'warning']);
    expect(findings.filter(finding => finding.severity === 'error').map(finding => finding.suggestion)).toEqual(['Did you mean "east"?', 'Did you mean "northland"?', 'Did you mean "capital"?']);
  });

  it('a mandate of the record opens the way on its day', () => {
    const politics = smallScenario().politics;
    const dated = planWorld(smallScenario({ politics: { ...politics, council: { ...politics.council, decisions: [{ date: '2027-03-15', troops: 8000, police: 900, robust: true }] } } }));
    const plan = smallPlan([deploy({ amount: 3, start: 10 }), deploy({ id: 'd2', contributor: 'union-brigade', amount: 2, start: 10 })]);
    const review = reviewPlan(plan, dated);
    expect(review.actions.map(action => action.earliest)).toEqual([0, 14]);
    expect(review.actions[1]!.earliestReason).toEqual({ en: 'the mandate does not allow 5,112 troops before the decision of D+14, 15 March 2027', fr: 'le mandat ne permet pas 5\u202f112 militaires avant la décision de J+14, 15 mars 2027' });
  });

  it('without a mission a base waits for the first mandate', () => {
    const politics = smallScenario().politics;
    const none = planWorld(smallScenario({ politics: { ...politics, mission: { ...politics.mission, present: false, troops: 0, police: 0, units: [] } } }));
    expect(reviewPlan(smallPlan([request, base({ start: 5 }), deploy()]), none).actions.map(action => action.earliest)).toEqual([0, 12, 12]);
  });
});

describe('a review', () => {
  const review = reviewPlan(smallPlan(), world);
  const of = (id: string) => review.actions.find(action => action.id === id)!;

  it('names every action in both languages, in the order of the plan', () => {
    expect(review.actions.map(action => action.id)).toEqual(smallPlan().actions.map(action => action.id));
    for (const { label, sentence } of review.actions)
      for (const language of ['en', 'fr'] as const) {
        expect(label[language].length).toBeGreaterThan(5);
        expect(sentence[language]).toMatch(/^.+ ?: .+\.$/);
        expect(`${label[language]} ${sentence[language]}`).not.toMatch(/undefined|NaN|\[object|eastern-front|capital-east/);
      }
  });

  it('says what is ordered and when', () => {
    expect(of('d1').label).toEqual({ en: 'Infantry battalion → East', fr: 'Bataillon d’infanterie → East' });
    expect(of('d1').sentence.en).toBe('D+60, 30 April 2027: deploy one infantry battalion (850 people) of Northland to East.');
    expect(of('r1').label).toEqual({ en: 'Military observer team, East → North', fr: 'Équipe d’observateurs militaires, East → North' });
    expect(of('s1').sentence.en).toMatch(/^5 days after the Council decides on .+: sanctions on Eastern Front: travel ban, arms embargo\.$/);
    expect(of('s1').sentence.fr).toMatch(/^5 jours après que le Conseil .+ : sanctions contre Front de l’Est : interdiction de voyager, embargo sur les armes\.$/);
    expect(of('x1').sentence.en).toMatch(/^7 days after the country reaches alert level 2: send 30 t of relief a day to East/);
    expect(of('b1').sentence.en).toContain('“Infantry battalion → East” begins to have effect');
  });

  it('resolves days: dates, rules that wait, ends', () => {
    expect(['m1', 'o1', 's1', 'b1', 'x1'].map(id => of(id).startDay)).toEqual([5, 32, 18, 64, 7]);
    expect(['m1', 'o1', 'b1', 'x1'].map(id => of(id).endDay)).toEqual([150, 199, 180, 180]);
  });

  it('gives a first feasible day with its reason', () => {
    const late = reviewPlan(smallPlan([deploy({ contributor: 'union-brigade', start: 45 }), move({ from: 'east', destination: 'north' })]), world);
    expect(late.actions.map(action => action.earliest)).toEqual([10, 45]);
    expect(late.actions[0]!.earliestReason.fr).toContain('à partir de J+10');
    expect(late.actions[1]!.earliestReason.en).toContain('ordered to East');
    expect(of('m1').earliest).toBe(0);
  });

  it('sorts findings to their actions', () => {
    const { actions, diagnostics } = reviewPlan(smallPlan([base({ region: 'est' }), deploy({ contributor: 'northlnd' })]), world);
    expect(actions.map(action => action.diagnostics.length)).toEqual([1, 1]);
    expect(diagnostics).toHaveLength(2);
  });
});
