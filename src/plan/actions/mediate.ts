/** Mediation: an envoy holds rounds of talks between a party and the host government. */
import * as z from 'zod';
import { amount, MOST_ROUNDS, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, named, wantsKnown } from '../action.ts';

export const mediateSchema = timedAction('mediate').extend({
  party: reference('Party the envoy talks to'),
  amount: amount('Rounds of talks', 'rounds', MOST_ROUNDS),
  confidential: z.boolean().optional().meta({ title: 'Whether the talks are kept from the public: easier to concede, and a leak costs trust' }),
  guarantees: z.boolean().optional().meta({ title: 'Whether third parties guarantee what is agreed: it holds better, and takes longer to prepare' }),
});

export const mediate = defineAction<'mediate'>({
  kind: 'mediate', lane: 'warning-diplomacy', hasAmount: true,
  moves: { outcome: 'civiliansKilled', direction: 'less' },
  title: { en: 'Envoy and rounds of talks', fr: 'Envoyé et séries de pourparlers' },
  label: (a, w) => ({ en: `Talks with ${named(w, a.party).en}`, fr: `Pourparlers : ${named(w, a.party).fr}` }),
  describe: (a, w) => ({
    en: `Send an envoy for ${a.amount === 1 ? 'one round' : `${a.amount} rounds`} of ${a.confidential === true ? 'confidential ' : ''}talks between ${named(w, a.party).en} and the host government${a.guarantees === true ? ', with guarantees by third parties' : ''}`,
    fr: `Envoyer un médiateur pour ${a.amount === 1 ? 'une série' : `${a.amount} séries`} de pourparlers ${a.confidential === true ? 'confidentiels ' : ''}entre ${named(w, a.party).fr} et le gouvernement hôte${a.guarantees === true ? ', avec des garanties de tiers' : ''}`,
  }),
  check: (a, w, report) => {
    if (!wantsKnown(report, '/party', 'party', a.party, w.scenario.parties)) return;
    if (w.scenario.parties[w.partyAt(a.party)]!.kind === 'host-government') report('error', 'talks-with-host', '/party', 'Talks are between the host government and another party; name the other party.', `Known: ${w.scenario.parties.filter(party => party.kind !== 'host-government').map(party => party.id).join(', ')}.`);
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, party: w.partyAt(a.party), extra: [a.confidential === true ? 1 : 0, a.guarantees === true ? 1 : 0, 0] }),
});
