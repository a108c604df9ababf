/**
 * Where each kind of action shows that it matters: a scenario that ships, what else is done, the action at a strength, and the
 * futures that are enough. What it should move stands in the kind's own file (`moves`); a case may instead show a backfire.
 */
import type { Action } from '../plan/schema.ts';
import type { OutcomeName } from '../scenario/schema.ts';

export interface AuditCase {
  readonly scenario: string;
  /** Actions of both plans. */
  readonly base: readonly Action[];
  /** The action that one of them adds. */
  readonly action: Action;
  readonly runs: number;
  /** Where this is, in words. */
  readonly circumstance: string;
  /** What gets worse here, for kinds that can backfire. */
  readonly backfires?: { readonly outcome: OutcomeName; readonly direction: 'less' | 'more' };
}

const REQUEST: Action = { kind: 'council-request', id: 'request', start: 10, troops: 7200, police: 1100, robust: true };
const LATE_DRAFT: Action = { kind: 'council-request', id: 'request', start: 60, troops: 20_000, police: 4000, robust: true };
const TALKS: Action = { kind: 'mediate', id: 'talks', start: 10, party: 'ford-leagues', amount: 6, confidential: true, guarantees: true };
const battalions = (start: number): Action => ({ kind: 'deploy', id: 'battalions', start, unit: 'infantry-battalion', amount: 2, contributor: 'ansted', destination: 'east-valley' });
const FORDLANDS: Action = { kind: 'deploy', id: 'fordlands', start: 20, unit: 'infantry-battalion', amount: 1, contributor: 'corvane', destination: 'fordlands' };
const BRIGADE: Action = { kind: 'deploy', id: 'brigade', start: 10, unit: 'infantry-battalion', amount: 1, contributor: 'maren-standby-brigade', destination: 'east-valley' };
const MEASURES: ('asset-freeze' | 'travel-ban' | 'arms-embargo')[] = ['asset-freeze', 'travel-ban', 'arms-embargo'];

const halvane = (action: Action, runs: number, circumstance: string, base: readonly Action[] = [], backfires?: AuditCase['backfires']): AuditCase => ({ scenario: 'halvane', base, action, runs, circumstance, ...(backfires === undefined ? {} : { backfires }) });

export const AUDIT_CASES: readonly AuditCase[] = [
  halvane({ kind: 'source', id: 'x', start: 0, source: 'community-liaison', amount: 10 }, 400, 'nothing else is done'),
  halvane({ kind: 'alert-levels', id: 'x', start: 0, level1: 0.15, level2: 0.25, level3: 0.4 }, 128, 'nothing else is done'),
  halvane({ kind: 'fact-finding', id: 'x', start: 0, amount: 300 }, 256, 'nothing else is done'),
  halvane({ kind: 'fact-finding', id: 'x', start: 0, amount: 300 }, 48, 'the host is watched', [], { outcome: 'meanConsent', direction: 'less' }),
  halvane({ kind: 'council-vote', id: 'x', start: 105, ask: 'statement' }, 600, 'a statement before the boundary ruling'),
  halvane({ kind: 'council-vote', id: 'x', start: 0, ask: 'termination' }, 48, 'the mandate is ended', [], { outcome: 'displacedPersonDays', direction: 'more' }),
  halvane({ kind: 'assembly', id: 'x', start: 0, ask: 'special-session' }, 96, 'a large draft meets a divided Council', [LATE_DRAFT]),
  halvane({ kind: 'community-mediation', id: 'x', start: 0, region: 'east-valley', amount: 20 }, 96, 'nothing else is done'),
  halvane(TALKS, 96, 'nothing else is done'),
  halvane({ kind: 'sanction', id: 'x', start: 0, party: 'ford-leagues', measures: MEASURES, liftAfter: 60 }, 160, 'a militia that can be pressed'),
  halvane({ kind: 'sanction', id: 'x', start: 0, party: 'government', measures: MEASURES }, 48, 'the host is listed', [], { outcome: 'meanConsent', direction: 'less' }),
  halvane({ kind: 'sanction', id: 'x', start: 0, party: 'government', measures: MEASURES }, 48, 'the host is listed: the people pay', [], { outcome: 'needReached', direction: 'less' }),
  halvane({ ...REQUEST, id: 'x', start: 5 }, 64, 'three battalions wait for room under the ceiling', [{ ...battalions(20) }, FORDLANDS]),
  halvane({ ...battalions(20), id: 'x' }, 64, 'the mandate allows it', [REQUEST]),
  halvane({ ...battalions(20), id: 'x' }, 64, 'more people at risk', [REQUEST], { outcome: 'missionDeaths', direction: 'more' }),
  halvane({ kind: 'redeploy', id: 'x', start: 10, unit: 'infantry-battalion', amount: 1, from: 'calder', destination: 'east-valley' }, 128, 'nothing else is done'),
  halvane({ kind: 'forward-base', id: 'x', start: 20, region: 'east-valley', amount: 1700 }, 96, 'two battalions come', [REQUEST, battalions(20)]),
  halvane({ kind: 'aid', id: 'x', start: 10, region: 'fordlands', amount: 30, stock: 1200 }, 48, 'nothing else is done'),
  halvane({ kind: 'open-route', id: 'x', start: 0, link: 'e3', amount: 4 }, 160, 'two battalions are ordered for the rains', [REQUEST, battalions(110)]),
  halvane({ kind: 'monitors', id: 'x', start: 0, region: 'pass-country', amount: 60 }, 48, 'a region without presence'),
  halvane({ kind: 'monitors', id: 'x', start: 0, region: 'fordlands', amount: 60 }, 48, 'the host is watched', [], { outcome: 'meanConsent', direction: 'less' }),
  halvane({ kind: 'consultation', id: 'x', start: 0, amount: 20, topics: ['movement', 'visas', 'land', 'customs'] }, 48, 'nothing else is done'),
  halvane({ kind: 'programme', id: 'x', start: 0, region: 'east-valley', field: 'peace-committees', amount: 3_000_000 }, 96, 'nothing else is done'),
  halvane({ kind: 'programme', id: 'x', start: 0, region: 'east-valley', field: 'elections', amount: 3_000_000 }, 192, 'elections where tension is high', [], { outcome: 'peakDisplaced', direction: 'more' }),
  halvane({ kind: 'programme', id: 'x', start: 0, region: 'east-valley', field: 'rights', amount: 3_000_000 }, 48, 'a human-rights programme strains consent', [], { outcome: 'meanConsent', direction: 'less' }),
  halvane({ kind: 'partner-request', id: 'x', start: 0, partner: 'maren-community', ask: 'mediators', amount: 20 }, 400, 'talks are held', [TALKS]),
  halvane({ kind: 'partner-request', id: 'x', start: 0, partner: 'maren-community', ask: 'monitors', region: 'east-valley', amount: 60 }, 48, 'monitors of a partner watch the host too', [], { outcome: 'meanConsent', direction: 'less' }),
  halvane({ kind: 'readiness', id: 'x', start: 0, item: 'standby', amount: 100_000_000 }, 128, 'two battalions are to come', [REQUEST, battalions(20)]),
  halvane({ kind: 'support-package', id: 'x', start: 0, partner: 'maren-community', amount: 20_000_000, screening: true }, 128, 'the standby brigade comes', [REQUEST, BRIGADE]),
];
