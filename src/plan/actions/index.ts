/** All kinds of action. A new kind is one file, one line in each list here, and one test. */
import type { ActionRecord } from '../action.ts';
import type { Action, ActionKind } from '../schema.ts';
import { aid } from './aid.ts';
import { councilRequest } from './council-request.ts';
import { deploy } from './deploy.ts';
import { forwardBase } from './forward-base.ts';
import { mediate } from './mediate.ts';
import { monitors } from './monitors.ts';
import { openRoute } from './open-route.ts';
import { redeploy } from './redeploy.ts';
import { sanction } from './sanction.ts';

export const ACTIONS: { readonly [K in ActionKind]: ActionRecord<K> } = {
  monitors, mediate, 'council-request': councilRequest, sanction, deploy, redeploy, 'open-route': openRoute, 'forward-base': forwardBase, aid,
};

/** The record of an action's kind, called with that very action: `withRecord(action, (a, record) => record.label(a, world))`. */
export function withRecord<T>(action: Action, apply: <K extends ActionKind>(action: Extract<Action, { kind: K }>, record: ActionRecord<K>) => T): T {
  switch (action.kind) {
    case 'monitors': return apply(action, monitors);
    case 'mediate': return apply(action, mediate);
    case 'council-request': return apply(action, councilRequest);
    case 'sanction': return apply(action, sanction);
    case 'deploy': return apply(action, deploy);
    case 'redeploy': return apply(action, redeploy);
    case 'open-route': return apply(action, openRoute);
    case 'forward-base': return apply(action, forwardBase);
    case 'aid': return apply(action, aid);
    default: return action satisfies never;
  }
}
