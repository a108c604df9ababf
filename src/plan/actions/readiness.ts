/** Readiness: capacity bought before D0. It is in place on day 0, so its start is day 0 and nothing else. */
import * as z from 'zod';
import { READINESS_ITEMS } from '../../engine/schedule.ts';
import { quantity } from '../../scenario/fields.ts';
import { timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped } from '../action.ts';
import { dayOf } from '../world.ts';

export const readinessSchema = timedAction('readiness').extend({
  item: z.enum(READINESS_ITEMS).meta({ title: 'What is bought' }),
  amount: quantity({ title: 'Spent before D0', unit: 'USD' }, 0, 1e9),
});

export const ITEM_WORDS = {
  standby: { en: 'standby arrangements', fr: 'dispositifs en attente' },
  stocks: { en: 'strategic stocks', fr: 'stocks stratégiques' },
  training: { en: 'training', fr: 'formation' },
  sources: { en: 'warning sources', fr: 'sources d’alerte' },
  funds: { en: 'authority to commit', fr: 'autorisations d’engagement' },
} as const;

export const readiness = defineAction<'readiness'>({
  kind: 'readiness', lane: 'logistics', hasAmount: true,
  moves: { outcome: 'daysLost', direction: 'less', scenario: 'halvane' },
  title: { en: 'Readiness before D0', fr: 'Préparation avant J0' },
  label: a => ({ en: `Before D0: ${ITEM_WORDS[a.item].en}`, fr: `Avant J0 : ${ITEM_WORDS[a.item].fr}` }),
  describe: a => ({ en: `Have bought ${ITEM_WORDS[a.item].en} for ${grouped(a.amount).en} USD before D0`, fr: `Avoir acquis avant J0, pour ${grouped(a.amount).fr} USD : ${ITEM_WORDS[a.item].fr}` }),
  check: (a, w, report) => {
    const start = typeof a.start === 'object' ? undefined : dayOf(w, a.start);
    if (start !== 0) report('error', 'not-before-d0', '/start', 'Readiness is bought before D0; it cannot start later or wait for something.', 'Set "start" to 0.');
    if (a.when !== undefined) report('error', 'not-before-d0', '/when', 'Readiness is bought before D0; it cannot wait for a condition.', 'Take "when" out.');
  },
  earliest: () => AT_ONCE,
  schedule: a => ({ amount: a.amount, extra: [READINESS_ITEMS.indexOf(a.item), 0, 0] }),
});
