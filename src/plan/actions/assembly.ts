/** General Assembly: an emergency special session, which recommends and never binds, or the vote on the mission's budget. */
import * as z from 'zod';
import { ASSEMBLY_ASKS, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction } from '../action.ts';

export const assemblySchema = timedAction('assembly').extend({
  ask: z.enum(ASSEMBLY_ASKS).meta({ title: 'What the Assembly is asked for' }),
});

const WORDS = {
  'special-session': {
    label: { en: 'Assembly: special session', fr: 'Assemblée : session extraordinaire' },
    text: { en: 'Call an emergency special session of the General Assembly, which recommends and binds nobody', fr: 'Convoquer une session extraordinaire d’urgence de l’Assemblée générale, qui recommande et ne lie personne' },
  },
  budget: {
    label: { en: 'Assembly: budget', fr: 'Assemblée : budget' },
    text: { en: 'Bring the mission’s budget to a vote in the General Assembly ahead of its calendar', fr: 'Soumettre le budget de la mission au vote de l’Assemblée générale avant son calendrier' },
  },
} as const;

export const assembly = defineAction<'assembly'>({
  kind: 'assembly', lane: 'council-measures', hasAmount: false,
  moves: { outcome: 'daysToMandate', direction: 'less' },
  title: { en: 'General Assembly', fr: 'Assemblée générale' },
  label: a => WORDS[a.ask].label,
  describe: a => WORDS[a.ask].text,
  check: (a, w, report) => {
    if (a.ask === 'budget' && !w.scenario.politics.mission.present) report('advice', 'no-mission-to-pay-for', '', 'No mission is authorised on D0; the Assembly can vote money only for what the Council has authorised.');
  },
  earliest: () => AT_ONCE,
  schedule: a => ({ amount: 1, extra: [ASSEMBLY_ASKS.indexOf(a.ask), 0, 0] }),
});
