/** Council vote: a statement, the renewal of the mandate, or its end. */
import * as z from 'zod';
import { COUNCIL_ASKS, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction } from '../action.ts';

export const councilVoteSchema = timedAction('council-vote').extend({
  ask: z.enum(COUNCIL_ASKS).meta({ title: 'What the Council is asked for' }),
});

const WORDS = {
  statement: {
    label: { en: 'Council: statement', fr: 'Conseil : déclaration' },
    text: { en: 'Seek a statement of the Council that names the danger and those who must answer for it', fr: 'Demander une déclaration du Conseil nommant le danger et ceux qui devront en répondre' },
  },
  renewal: {
    label: { en: 'Council: renewal', fr: 'Conseil : renouvellement' },
    text: { en: 'Seek the renewal of the mandate by a year', fr: 'Demander le renouvellement du mandat pour un an' },
  },
  termination: {
    label: { en: 'Council: end of the mandate', fr: 'Conseil : fin du mandat' },
    text: { en: 'Ask the Council to end the mandate', fr: 'Demander au Conseil de mettre fin au mandat' },
  },
} as const;

export const councilVote = defineAction<'council-vote'>({
  kind: 'council-vote', lane: 'council-measures', hasAmount: false,
  moves: { outcome: 'displacedPersonDays', direction: 'less', scenario: 'halvane' },
  title: { en: 'Vote of the Council', fr: 'Vote du Conseil' },
  label: a => WORDS[a.ask].label,
  describe: a => WORDS[a.ask].text,
  check: (a, w, report) => {
    const { mission } = w.scenario.politics;
    if (a.ask === 'renewal' && mission.expires === undefined) report('warning', 'nothing-to-renew', '/ask', 'The mandate of D0 has no last day in this scenario; there is nothing to renew unless a request sets one.');
    if (a.ask !== 'statement' && !mission.present) report('warning', 'no-mandate', '/ask', 'No mission is authorised on D0; the vote waits until one is.');
  },
  earliest: () => AT_ONCE,
  schedule: a => ({ amount: 1, extra: [COUNCIL_ASKS.indexOf(a.ask), 0, 0] }),
});
