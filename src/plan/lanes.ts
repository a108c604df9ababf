/** The five lanes of the time line and which kind of action lies in which. */
import type { ActionKind } from './schema.ts';

export const LANES = ['warning-diplomacy', 'council-measures', 'deployments', 'logistics', 'aid-partners'] as const;
export type Lane = (typeof LANES)[number];

export const LANE_OF_KIND: Readonly<Record<ActionKind, Lane>> = {
  monitors: 'warning-diplomacy',
  mediate: 'warning-diplomacy',
  'council-request': 'council-measures',
  sanction: 'council-measures',
  deploy: 'deployments',
  redeploy: 'deployments',
  'open-route': 'logistics',
  'forward-base': 'logistics',
  aid: 'aid-partners',
  source: 'warning-diplomacy',
  'fact-finding': 'warning-diplomacy',
  'alert-levels': 'warning-diplomacy',
  assembly: 'council-measures',
  'council-vote': 'council-measures',
  'community-mediation': 'warning-diplomacy',
  'partner-request': 'aid-partners',
  'support-package': 'aid-partners',
  consultation: 'warning-diplomacy',
  programme: 'aid-partners',
  readiness: 'logistics',
};

/** Lane of an action. */
export function laneOf(action: { readonly kind: ActionKind }): Lane {
  return LANE_OF_KIND[action.kind];
}

/** Kinds that have an amount; amount 0 is a placebo. */
export const KINDS_WITH_AMOUNT: readonly ActionKind[] = ['monitors', 'mediate', 'deploy', 'redeploy', 'open-route', 'forward-base', 'aid', 'source', 'fact-finding', 'community-mediation', 'partner-request', 'support-package', 'consultation', 'programme', 'readiness'];
