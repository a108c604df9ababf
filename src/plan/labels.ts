/**
 * Short names of actions for bars, lists and undo steps: "Infantry battalion → East Valley". Light enough for the
 * main thread; the sentences of lists and reports are in actions/.
 */
import type { Both } from './check-result.ts';
import { type Names } from './names.ts';
import type { Action, ActionKind, Measure } from './schema.ts';

/** Kinds of action, as menus show them. */
export const KIND_LABELS: Readonly<Record<ActionKind, Both>> = {
  monitors: { en: 'Monitors', fr: 'Observateurs' },
  mediate: { en: 'Mediation', fr: 'Médiation' },
  'council-request': { en: 'Council request', fr: 'Demande au Conseil' },
  sanction: { en: 'Targeted measures', fr: 'Mesures ciblées' },
  deploy: { en: 'Deploy a unit', fr: 'Déployer une unité' },
  redeploy: { en: 'Move a unit', fr: 'Redéployer une unité' },
  'open-route': { en: 'Open a route', fr: 'Ouvrir un itinéraire' },
  'forward-base': { en: 'Forward base', fr: 'Base avancée' },
  aid: { en: 'Aid', fr: 'Aide' },
};

/** Measures against a party's leaders, as they stand in a sentence. */
export const MEASURE_LABELS: Readonly<Record<Measure, Both>> = {
  'asset-freeze': { en: 'asset freeze', fr: 'gel des avoirs' },
  'travel-ban': { en: 'travel ban', fr: 'interdiction de voyager' },
  'arms-embargo': { en: 'arms embargo', fr: 'embargo sur les armes' },
};

/** Short name of an action, without its day. */
export function labelOf(action: Action, names: Names): Both {
  switch (action.kind) {
    case 'monitors': {
      const at = names.place(action.region);
      return { en: `${action.amount} ${action.amount === 1 ? 'monitor' : 'monitors'}, ${at.en}`, fr: `${action.amount} ${action.amount > 1 ? 'observateurs' : 'observateur'}, ${at.fr}` };
    }
    case 'mediate': return pair(KIND_LABELS.mediate, names.party(action.party), ', ');
    case 'council-request': {
      const more = action.robust ? { en: ', robust', fr: ', robuste' } : { en: '', fr: '' };
      return { en: `Council: ${action.troops} troops, ${action.police} police${more.en}`, fr: `Conseil : ${action.troops} militaires, ${action.police} policiers${more.fr}` };
    }
    case 'sanction': return pair(KIND_LABELS.sanction, names.party(action.party), ', ');
    case 'deploy': return pair(names.units(action.unit, action.amount), names.place(action.destination), ' → ');
    case 'redeploy': return pair(names.units(action.unit, action.amount), pair(names.place(action.from), names.place(action.destination), ' → '), ', ');
    case 'open-route': return pair({ en: 'Open', fr: 'Ouvrir' }, names.link(action.link), ' ');
    case 'forward-base': return pair(KIND_LABELS['forward-base'], names.place(action.region), ', ');
    case 'aid': return { en: `Aid ${action.amount} t/day, ${names.place(action.region).en}`, fr: `Aide ${french(action.amount)} t/jour, ${names.place(action.region).fr}` };
    default: return action satisfies never;
  }
}

/** A number with a decimal comma. */
export function french(value: number): string {
  return String(value).replace('.', ',');
}

function pair(a: Both, b: Both, between: string): Both {
  return { en: `${a.en}${between}${b.en}`, fr: `${a.fr}${between}${b.fr}` };
}
