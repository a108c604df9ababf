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
export function withRecord<T>(action: Action, use: <K extends ActionKind>(action: Extract<Action, { kind: K }>, record: ActionRecord<K>) => T): T {
  switch (action.kind) {
    case 'monitors': return use(action, monitors);
    case 'mediate': return use(action, mediate);
    case 'council-request': return use(action, councilRequest);
    case 'sanction': return use(action, sanction);
    case 'deploy': return use(action, deploy);
    case 'redeploy': return use(action, redeploy);
    case 'open-route': return use(action, openRoute);
    case 'forward-base': return use(action, forwardBase);
    case 'aid': return use(action, aid);
    default: return action satisfies never;
  }
}
