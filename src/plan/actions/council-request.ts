/** Council request: a draft that asks for a mandate, a higher ceiling or stronger powers. */
import * as z from 'zod';
import { count } from '../../scenario/fields.ts';
import { timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped } from '../action.ts';

export const councilRequestSchema = timedAction('council-request').extend({
  troops: count({ title: 'Ceiling asked for, troops', unit: 'people' }, 2e5),
  police: count({ title: 'Ceiling asked for, police', unit: 'people' }, 5e4),
  robust: z.boolean().meta({ title: 'Whether all necessary means to protect civilians are asked for' }),
  months: z.number().int().min(0).max(36).optional().meta({ title: 'Length of the mandate asked for; 0 or absent for no last day', unit: 'month' }),
});

export const councilRequest = defineAction<'council-request'>({
  kind: 'council-request', lane: 'council-measures', hasAmount: false,
  moves: { outcome: 'displacedPersonDays', direction: 'less' },
  title: { en: 'Request to the Council', fr: 'Demande au Conseil' },
  label: a => ({ en: `Council: ${grouped(a.troops).en} troops`, fr: `Conseil : ${grouped(a.troops).fr} militaires` }),
  describe: a => ({
    en: `Ask the Council for a ceiling of ${grouped(a.troops).en} troops and ${grouped(a.police).en} police${a.robust ? ', with all necessary means to protect civilians' : ''}${(a.months ?? 0) > 0 ? `, for ${a.months} months` : ''}`,
    fr: `Demander au Conseil un plafond de ${grouped(a.troops).fr} militaires et ${grouped(a.police).fr} policiers${a.robust ? ', avec tous les moyens nécessaires pour protéger les civils' : ''}${(a.months ?? 0) > 0 ? `, pour ${a.months} mois` : ''}`,
  }),
  check: (a, w, report) => {
    const { mission, council } = w.scenario.politics;
    if (council.decisions.length > 0) report('advice', 'decisions-of-the-record', '', 'The scenario fixes the decisions of the Council by date. While one is still to come, a request waits for it and gets what it gave; it never brings it forward. After the last, requests are decided by the model.', 'Leave it out to replay the record.');
    if (a.troops <= mission.troops && a.police <= mission.police && (!a.robust || mission.robust)) report('warning', 'asks-for-nothing', '/troops', `The mandate of D0 already allows ${mission.troops} troops, ${mission.police} police${mission.robust ? ' and the use of force' : ''}; the request asks for no more.`, 'Ask for a higher ceiling or for stronger powers.');
  },
  earliest: () => AT_ONCE,
  schedule: a => ({ amount: 1, extra: [a.troops, a.police, (a.robust ? 1 : 0) + 2 * (a.months ?? 0)] }),
});
