import { describe, expect, it } from 'vitest';
import { CONSTRAINTS } from '../../src/engine/schedule.ts';
import { asDone, limitText, mainLimit, quantileOf, statusSentence, takenBack } from '../../src/session/status.ts';
import type { ActionResult, PlanResult } from '../../src/study/results.ts';
import { fakeModel, fakePlans, fakeResult } from '../make/fake-session.ts';
import { smallScenario } from '../make/small-scenario.ts';

const model = fakeModel();
const [plan] = fakePlans(smallScenario());

function resultOf(values: readonly number[], limits: readonly number[] = []): PlanResult {
  const base = fakeResult(plan!, model, values.length);
  const action: ActionResult = { ...base.actions[4]!, id: 'd1', limits: Uint8Array.from(limits) };
  return { ...base, outcomes: { ...base.outcomes, peakDisplaced: Float64Array.from(values) }, actions: [action] };
}
const code = (name: (typeof CONSTRAINTS)[number]): number => CONSTRAINTS.indexOf(name);
const evenly = (from: number, to: number): number[] => Array.from({ length: 101 }, (_, i) => from + ((to - from) * i) / 100);

describe('the status sentence', () => {
  it('names the change, the effect on the median with its range, and the limit with its days', () => {
    const limits = [255, 255, code('lead-time'), code('lead-time'), code('route'), code('route'), code('route'), code('route'), 0];
    const sentence = statusSentence(model, 'A', { en: 'Move Bn 1 East 30 days earlier', fr: 'Avancer Bn 1 Est de 30 jours' }, 'd1', resultOf(evenly(30000, 52000)), resultOf(evenly(21000, 45000), limits));
    expect(sentence.en).toBe('Moved Bn 1 East 30 days earlier: people displaced at peak, median 41,000 → 33,000 (22,000–44,000 in 9 of 10 futures). Limit now: route, D+4–D+7.');
    expect(sentence.fr.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe('Avancer Bn 1 Est de 30 jours : personnes déplacées au plus fort, médiane 41 000 → 33 000 (22 000 à 44 000 dans 9 futurs sur 10). Limite actuelle : itinéraire, J+4–J+7.');
  });
  it('says so when the median stays, and names no limit when nothing holds the action back', () => {
    const same = resultOf(evenly(21000, 45000), [255, 0, 0]);
    expect(statusSentence(model, 'A', { en: 'Move it', fr: 'Déplacer' }, 'd1', same, same).en).toBe('Moved it: people displaced at peak, median unchanged at 33,000 (22,000–44,000 in 9 of 10 futures).');
  });
  it('tells of a plan that was only opened without comparing it', () => {
    expect(statusSentence(model, 'B', undefined, null, resultOf(evenly(1, 2)), resultOf(evenly(21000, 45000))).en).toBe('Plan B: people displaced at peak, median 33,000 (22,000–44,000 in 9 of 10 futures).');
  });
  it('tells steps as done and undone', () => {
    expect(asDone({ en: 'Remove aid', fr: 'Supprimer' }).en).toBe('Removed aid');
    expect(takenBack({ en: 'Move x', fr: 'Déplacer x' })).toEqual({ en: 'Undid “Move x”', fr: 'Annulation de « Déplacer x »' });
  });
});

describe('the main limit', () => {
  const limitsOf = (...limits: number[]): ActionResult => ({ ...fakeResult(plan!, model, 4).actions[0]!, limits: Uint8Array.from(limits) });
  it('is the commonest, over its longest unbroken stretch', () => {
    const [route, lift] = [code('route'), code('lift')];
    expect(mainLimit(limitsOf(route, lift, lift, route, route, 0, 255))).toEqual({ constraint: 'route', from: 3, to: 4 });
  });
  it('is none when nothing binds, and the start day a plan chose is no limit', () => {
    expect(mainLimit(limitsOf(0, 0, 255))).toBeUndefined();
    expect(mainLimit(limitsOf(code('start'), code('start')))).toBeUndefined();
  });
  it('shows one day as one day', () => {
    expect(limitText({ constraint: 'lift', from: 3, to: 3 }, 'en')).toBe('lift, D+3');
  });
});

describe('a quantile', () => {
  it('lies on straight lines between order statistics', () => {
    expect(quantileOf(Float64Array.of(4, 1, 3, 2), 0.5)).toBe(2.5);
    expect(quantileOf(Float64Array.of(4, 1, 3, 2), 0)).toBe(1);
    expect(quantileOf(Float64Array.of(4, 1, 3, 2), 1)).toBe(4);
  });
});
