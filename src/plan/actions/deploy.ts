/** Deployment: units of a contributor, called on their pledge, carried to a region. */
import { READINESS } from '../../engine/schedule.ts';
import { didYouMean } from '../../scenario/diagnostics.ts';
import { UNIT_TYPES } from '../../scenario/units.ts';
import { amount, reference, timedAction } from '../action-fields.ts';
import { defineAction, grouped, named, unitsText, wantsKnown } from '../action.ts';
import { roomFor } from '../mandate.ts';
import { callOf } from '../pledges.ts';
import { dayText } from '../world.ts';

export const deploySchema = timedAction('deploy').extend({
  unit: reference('Type of unit'),
  amount: amount('Units', 'units', 50),
  contributor: reference('Contributor whose pledge is used'),
  origin: reference('Region, site or neighbour it comes from').optional(),
  destination: reference('Region it goes to'),
});

const BRIDGING = READINESS.indexOf('bridging');

export const deploy = defineAction<'deploy'>({
  kind: 'deploy', lane: 'deployments', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less' },
  title: { en: 'Deploy units', fr: 'Déployer des unités' },
  label: (a, w) => {
    const type = w.unitType(a.unit)?.name ?? { en: a.unit, fr: a.unit };
    const times = a.amount === 1 ? '' : `${a.amount} × `;
    return { en: `${times}${type.en} → ${named(w, a.destination).en}`, fr: `${times}${type.fr ?? type.en} → ${named(w, a.destination).fr}` };
  },
  describe: (a, w) => {
    const type = w.unitType(a.unit);
    const units = unitsText(a.amount, type?.name ?? { en: a.unit, fr: a.unit });
    const people = grouped(a.amount * (type?.people ?? 0));
    const [from, to] = [named(w, a.contributor), named(w, a.destination)];
    return { en: `Deploy ${units.en} (${people.en} people) of ${from.en} to ${to.en}`, fr: `Déployer ${units.fr} (${people.fr} personnes ; contributeur : ${from.fr}) vers ${to.fr}` };
  },
  check: (a, w, report) => {
    const region = wantsKnown(report, '/destination', 'region', a.destination, w.scenario.regions);
    const unit = wantsKnown(report, '/unit', 'unit type', a.unit, UNIT_TYPES);
    const contributor = wantsKnown(report, '/contributor', 'contributor', a.contributor, w.scenario.contributors);
    if (a.origin !== undefined) wantsKnown(report, '/origin', 'place of origin', a.origin, [...w.scenario.regions, ...w.scenario.sites, ...w.scenario.neighbours]);
    if (!region || !unit || !contributor) return;
    const pledge = w.pledge(a.contributor, a.unit);
    if (pledge === undefined) {
      const others = w.scenario.contributors.filter(other => w.pledge(other.id, a.unit) !== undefined).map(other => other.id);
      report('error', 'no-pledge', '/contributor', `"${a.contributor}" has pledged no unit of the type "${a.unit}".`, others.length > 0 ? `Such units are pledged by ${others.join(', ')}.` : didYouMean(a.unit, w.scenario.contributors.flatMap(other => other.pledges.map(row => row.unit))));
      return;
    }
    const { mission } = w.scenario.politics;
    if (!mission.present && pledge.readiness !== BRIDGING && w.scenario.politics.council.decisions.length === 0) report('advice', 'no-mandate-yet', '', 'No mission is authorised on D0; the units wait for a decision of the Council.', 'Add a request to the Council before it.');
  },
  earliest: (a, w, plan) => {
    const call = callOf(a.id, plan, w);
    const from = named(w, a.contributor);
    if (call === undefined) return { day: 0, reason: { en: '', fr: '' } };
    const room = roomFor(a, plan, w);
    const mandate = room?.day ?? 0;
    if (mandate > call.opens) {
      const day = dayText(w, mandate);
      const [who, hommes] = room!.police ? ['police', 'policiers'] : ['troops', 'militaires'];
      const total = grouped(room!.people);
      const by = room!.request === undefined ? { en: `the decision of ${day.en}`, fr: `la décision de ${day.fr}` } : { en: `the request to the Council on ${day.en}`, fr: `la demande au Conseil de ${day.fr}` };
      return { day: mandate, reason: { en: `the mandate does not allow ${total.en} ${who} before ${by.en}`, fr: `le mandat ne permet pas ${total.fr} ${hommes} avant ${by.fr}` } };
    }
    if (call.opens === 0) return { day: 0, reason: { en: '', fr: '' } };
    const day = dayText(w, call.opens);
    return { day: call.opens, reason: { en: `the pledge of ${from.en} can be called from ${day.en}`, fr: `la contribution de ${from.fr} est disponible à partir de ${day.fr}` } };
  },
  schedule: (a, w, plan) => {
    const call = callOf(a.id, plan, w);
    return {
      amount: a.amount, region: w.regionAt(a.destination), unitType: w.unitAt(a.unit), contributor: w.contributorAt(a.contributor),
      readiness: call?.readiness ?? -1, reliability: call?.reliability ?? 0, opens: call?.opens ?? 0,
    };
  },
});
