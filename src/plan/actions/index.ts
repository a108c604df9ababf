/** All kinds of action. A new kind is one file, one line in each list here, and one test. */
import type { ActionRecord } from '../action.ts';
import type { Action, ActionKind } from '../schema.ts';
import { aid } from './aid.ts';
import { alertLevels } from './alert-levels.ts';
import { assembly } from './assembly.ts';
import { communityMediation } from './community-mediation.ts';
import { councilRequest } from './council-request.ts';
import { councilVote } from './council-vote.ts';
import { deploy } from './deploy.ts';
import { factFinding } from './fact-finding.ts';
import { forwardBase } from './forward-base.ts';
import { mediate } from './mediate.ts';
import { monitors } from './monitors.ts';
import { openRoute } from './open-route.ts';
import { redeploy } from './redeploy.ts';
import { sanction } from './sanction.ts';
import { source } from './source.ts';
import { partnerRequest } from './partner-request.ts';
import { supportPackage } from './support-package.ts';
import { consultation } from './consultation.ts';
import { programme } from './programme.ts';
import { readiness } from './readiness.ts';

export const ACTIONS: { readonly [K in ActionKind]: ActionRecord<K> } = {
  monitors, mediate, 'council-request': councilRequest, sanction, deploy, redeploy, 'open-route': openRoute, 'forward-base': forwardBase, aid,
  source, 'fact-finding': factFinding, 'alert-levels': alertLevels, assembly, 'council-vote': councilVote, 'community-mediation': communityMediation,
  'partner-request': partnerRequest, 'support-package': supportPackage, consultation, programme, readiness,
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
    case 'source': return apply(action, source);
    case 'fact-finding': return apply(action, factFinding);
    case 'alert-levels': return apply(action, alertLevels);
    case 'assembly': return apply(action, assembly);
    case 'council-vote': return apply(action, councilVote);
    case 'community-mediation': return apply(action, communityMediation);
    case 'partner-request': return apply(action, partnerRequest);
    case 'support-package': return apply(action, supportPackage);
    case 'consultation': return apply(action, consultation);
    case 'programme': return apply(action, programme);
    case 'readiness': return apply(action, readiness);
    default: return action satisfies never;
  }
}
