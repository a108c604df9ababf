import * as fc from 'fast-check';
import { applyPatches, type Patch } from 'immer';
import { describe, expect, it } from 'vitest';
import * as edits from '../../src/plan/edit.ts';
import { firstDifferentDay } from '../../src/plan/diff.ts';
import { planHash } from '../../src/plan/hash.ts';
import { applyEdit, redo, startHistory, undo, type History } from '../../src/plan/history.ts';
import type { Action, Plan } from '../../src/plan/schema.ts';
import { planWorld } from '../../src/plan/world.ts';
import { smallPlan } from '../make/small-plan.ts';
import { smallScenario } from '../make/small-scenario.ts';

const world = planWorld(smallScenario());
const name = { en: 'the bar', fr: 'la barre' };
const document = (): edits.PlanDocument => ({ plans: [smallPlan(), { ...smallPlan([]), id: 'b', letter: 'B' }], activePlan: 'a' });
const after = (...steps: edits.Edit[]): Plan => steps.reduce(applyEdit, startHistory(document())).document.plans[0]!;
const action = (plan: Plan, id: string): Action => plan.actions.find(other => other.id === id)!;
const base: Action = { kind: 'forward-base', id: 'b1', start: 20, region: 'east', amount: 500 };

describe('edits', () => {
  it('add: under a free id', () => expect(after(edits.addAction(base, name)).actions.at(-1)).toEqual({ ...base, id: 'b1-2' }));
  it('change: fields replaced, and taken out when undefined', () => {
    const changed = action(after(edits.changeAction('m1', { amount: 40, until: undefined }, name)), 'm1');
    expect(changed).toEqual({ kind: 'monitors', id: 'm1', start: 5, region: 'east', amount: 40 });
    expect('until' in changed).toBe(false);
  });
  it('duplicate: beside the first, under a free id', () => {
    const plan = after(edits.duplicateAction('d1', name), edits.duplicateAction('d1', name));
    expect(plan.actions.slice(4, 7).map(({ id }) => id)).toEqual(['d1', 'd1-3', 'd1-2']);
    expect({ ...action(plan, 'd1-2'), id: 'd1' }).toEqual(action(plan, 'd1'));
  });
  it('remove: those that waited start on the day they could have', () => {
    const plan = after(edits.removeAction('d1', name, () => 63));
    expect(plan.actions.map(({ id }) => id)).not.toContain('d1');
    expect(action(plan, 'b1').start).toBe(63);
  });
  it('rename, new, remove a plan', () => {
    const h = [edits.renamePlan('a', 'Sooner'), edits.addPlan(smallPlan(), 'small', document().plans), edits.removePlan('a', 'A')].reduce(applyEdit, startHistory(document()));
    expect(h.document.plans.map(plan => [plan.id, plan.letter])).toEqual([['b', 'B'], ['c', 'C']]);
    expect(h.document.activePlan).toBe('c');
    expect(planHash(h.document.plans[1]!)).toBe(planHash(smallPlan()));
    expect(h.done[0]!.label).toEqual({ en: 'Rename plan to “Sooner”', fr: 'Renommer le plan en « Sooner »' });
  });
  it('the last plan stays', () => {
    const one = startHistory({ plans: [smallPlan()], activePlan: 'a' });
    expect(applyEdit(one, edits.removePlan('a', 'A'))).toBe(one);
  });
  it('of an action that is not there change nothing', () => {
    const h = startHistory(document());
    for (const edit of [edits.moveAction('zz', 1, 2, name), edits.removeAction('zz', name, () => 0), edits.duplicateAction('zz', name), edits.changeAction('zz', { amount: 1 }, name)]) expect(applyEdit(h, edit)).toBe(h);
  });
});

describe('a move', () => {
  it('keeps the length and says how far', () => {
    const move = edits.moveAction('m1', 5, 15, name);
    expect(action(after(move), 'm1')).toMatchObject({ start: 15, until: 160 });
    expect(move.label).toEqual({ en: 'Move the bar 10 days later', fr: 'Déplacer la barre de 10 jours plus tard' });
    expect(edits.moveAction('m1', 5, 4, name).label).toEqual({ en: 'Move the bar 1 day earlier', fr: 'Déplacer la barre de 1 jour plus tôt' });
  });
  it('keeps a date a date', () => expect(action(after(edits.moveAction('o1', 32, 40, name)), 'o1').start).toBe('2027-04-10'));
  it.each([
    ['2027-03-31', '2027-06-30', 30, 44, { start: '2027-04-14', until: '2027-07-14' }],
    ['2027-03-31', '2027-06-30', 30, 16, { start: '2027-03-17', until: '2027-06-16' }],
    [30, '2027-06-30', 30, 37, { start: 37, until: '2027-07-07' }],
    ['2027-03-31', 121, 30, 37, { start: '2027-04-07', until: 128 }],
  ] as const)('moves an end with its start, each as it is written: %s to %s', (start, until, from, to, wanted) => {
    const dated = after(edits.changeAction('m1', { start, until }, name), edits.moveAction('m1', from, to, name));
    expect(action(dated, 'm1')).toMatchObject(wanted);
  });
  it('keeps a rule a rule, until it would come before what it waits for', () => {
    expect(action(after(edits.moveAction('s1', 18, 21, name)), 's1').start).toEqual({ afterDecision: 'c1', days: 8 });
    expect(action(after(edits.moveAction('s1', 18, 10, name)), 's1').start).toBe(10);
    expect(action(after(edits.moveAction('x1', 7, 17, name)), 'x1')).toMatchObject({ start: { afterAlert: 2, days: 17 }, until: '2027-09-07' });
  });
  it('takes along those that wait for it, with their ends', () => {
    const chain = { ...base, id: 'b2', start: { afterAction: 'b1', days: 1 }, until: 190 };
    const plan = after(edits.addAction(chain, name), edits.moveAction('d1', 60, 50, name));
    expect(action(plan, 'b1')).toMatchObject({ start: { afterAction: 'd1', days: 3 }, until: 170 });
    expect(action(plan, 'b2')).toMatchObject({ start: { afterAction: 'b1', days: 1 }, until: 180 });
    expect(action(plan, 'm1')).toMatchObject({ start: 5, until: 150 });
    expect([...edits.withDependents(plan, 'd1')]).toEqual(['d1', 'b1', 'b2']);
  });
  it('by steps is the move at once', () => {
    const steps = [60, 67, 74, 81].map((day, i, all) => edits.moveAction('d1', all[i - 1] ?? 60, day, name));
    expect(planHash(after(...steps))).toBe(planHash(after(edits.moveAction('d1', 60, 81, name))));
  });
  it('is the same as the variants of a start-date curve', () => {
    for (const { id } of smallPlan().actions) expect(edits.movedPlan(smallPlan(), id, 60, 71)).toEqual(after(edits.moveAction(id, 60, 71, name)));
    expect(edits.movedPlan(smallPlan(), 'zz', 1, 2)).toEqual(smallPlan());
  });
  it('there and back is the plan of before', () => expect(after(edits.moveAction('d1', 60, 90, name), edits.moveAction('d1', 90, 60, name))).toEqual(smallPlan()));
});

const ids = smallPlan().actions.map(({ id }) => id);
const day = fc.nat(220);
const anyEdit: fc.Arbitrary<(h: History) => edits.Edit> = fc.oneof(
  fc.tuple(fc.constantFrom(...ids), day, day, fc.constantFrom(undefined, 'nudge')).map(([id, from, to, group]) => () => ({ ...edits.moveAction(id, from, to, name), ...(group === undefined ? {} : { group }) })),
  fc.constantFrom(...ids).map(id => () => edits.removeAction(id, name, () => 30)),
  fc.constantFrom(...ids).map(id => () => edits.duplicateAction(id, name)),
  fc.tuple(fc.constantFrom(...ids), fc.nat(9)).map(([id, amount]) => () => edits.changeAction(id, { amount, until: amount > 5 ? undefined : 90 + amount }, name)),
  day.map(start => () => edits.addAction({ ...base, start }, name)),
  fc.string({ minLength: 1, maxLength: 12 }).map(title => () => edits.renamePlan('a', title)),
  fc.constant((h: History) => edits.addPlan(h.document.plans[0]!, 'small', h.document.plans)),
  fc.constantFrom('a', 'b', 'c').map(id => () => edits.removePlan(id, '')),
);

describe('history', () => {
  it('undo takes any sequence of edits back, redo brings it again, step by step', () => {
    fc.assert(fc.property(fc.array(anyEdit, { maxLength: 14 }), list => {
      const seen = [startHistory(document())];
      for (const edit of list) {
        const next = applyEdit(seen.at(-1)!, edit(seen.at(-1)!));
        if (next.done.length === seen.at(-1)!.done.length && next !== seen.at(-1)!) seen.pop();
        if (next !== seen.at(-1)) seen.push(next);
      }
      let h = seen.at(-1)!;
      for (let i = seen.length - 2; i >= 0; i--) {
        h = undo(h);
        expect(h.document).toEqual(seen[i]!.document);
        expect(h.revision).toBe(seen[i]!.revision);
      }
      expect(undo(h)).toBe(h);
      for (let i = 1; i < seen.length; i++) {
        h = redo(h);
        expect(h.document).toEqual(seen[i]!.document);
        expect(h.revision).toBe(seen[i]!.revision);
      }
      expect(redo(h)).toBe(h);
    }), { numRuns: 300, seed: 31 });
  });

  it('patches replay and reverse, and nothing that is shown changes under the reader', () => {
    fc.assert(fc.property(fc.array(anyEdit, { maxLength: 10 }), list => {
      const start = startHistory(document());
      const before = JSON.stringify(start.document);
      const h = list.reduce((at, edit) => applyEdit(at, edit(at)), start);
      const forth = h.done.reduce((at, step) => applyPatches(at, step.patches as Patch[]), start.document);
      expect(forth).toEqual(h.document);
      expect(h.done.reduceRight((at, step) => applyPatches(at, step.inverse as Patch[]), forth)).toEqual(start.document);
      expect(JSON.stringify(start.document)).toBe(before);
    }), { numRuns: 300, seed: 32 });
  });

  it('names its steps in both languages and counts revisions', () => {
    const one = applyEdit(startHistory(document()), edits.moveAction('m1', 5, 6, name));
    const two = applyEdit(one, edits.removeAction('t1', { en: 'Talks', fr: 'Pourparlers' }, () => 0));
    expect(two.done.map(step => step.label)).toEqual([{ en: 'Move the bar 1 day later', fr: 'Déplacer la barre de 1 jour plus tard' }, { en: 'Remove Talks', fr: 'Supprimer Pourparlers' }]);
    expect([one.revision, two.revision, undo(two).revision]).toEqual([1, 2, 1]);
    expect(applyEdit(undo(two), edits.duplicateAction('m1', name)).revision).toBe(3);
  });

  it('a new edit forgets what was taken back', () => {
    const h = applyEdit(undo(applyEdit(startHistory(document()), edits.duplicateAction('m1', name))), edits.renamePlan('a', 'X'));
    expect(h.undone).toEqual([]);
    expect(redo(h)).toBe(h);
  });

  it('edits of one group are one step', () => {
    const nudge = (from: number, to: number): edits.Edit => ({ ...edits.moveAction('m1', from, to, name), group: 'nudge m1' });
    const h = [nudge(5, 6), nudge(6, 7), nudge(7, 8)].reduce(applyEdit, startHistory(document()));
    expect(h.done).toHaveLength(1);
    expect(h.revision).toBe(3);
    expect(undo(h).document).toEqual(document());
    expect(undo(h).revision).toBe(0);
    expect(redo(undo(h)).document).toEqual(h.document);
    expect(applyEdit(redo(undo(h)), nudge(8, 9)).done).toHaveLength(1);
    expect(applyEdit(undo(h), nudge(5, 9)).done).toHaveLength(1);
  });
});

describe('the first day on which two plans can differ', () => {
  const first = (...steps: edits.Edit[]) => firstDifferentDay(smallPlan(), after(...steps), world);
  it('is none for plans that differ in names only', () => expect(first(edits.renamePlan('a', 'X'), edits.changeAction('m1', { note: 'why' }, name))).toBe(200));
  it('is the earlier start of what moved', () => {
    expect(first(edits.changeAction('d1', { start: 45 }, name))).toBe(45);
    expect(first(edits.changeAction('d1', { start: 90 }, name))).toBe(60);
    expect(first(edits.changeAction('m1', { amount: 13 }, name))).toBe(5);
  });
  it('is D0 when an action is there in one only, or waits for an event', () => {
    expect(first(edits.duplicateAction('d1', name))).toBe(0);
    expect(first(edits.removeAction('m1', name, () => 0))).toBe(0);
    expect(first(edits.changeAction('x1', { amount: 31 }, name))).toBe(0);
  });
});
