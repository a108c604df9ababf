/** The standing of a made-up future: a report every other day, members that drift, causes that grow. Numbers mean nothing. */
import { ACCEPTANCE_CAUSES, CONSENT_CAUSES } from '../../src/engine/columns-peace.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import type { StandingTrace } from '../../src/study/standing-trace.ts';

export function fakeStanding({ days, regions, parties, politics, warning }: Scenario): StandingTrace {
  const R = regions.length, P = parties.length;
  const { members } = politics.council;
  const floats = (read: (x: number, i: number) => number, n = 1): Float32Array => Float32Array.from({ length: days * n }, (_, at) => read(Math.floor(at / n) / days, at % n));
  const count = Math.floor(days / 2);
  const each = (read: (n: number) => number): number[] => Array.from({ length: count }, (_, n) => read(n));
  return {
    reports: {
      count, seen: Int16Array.from(each(n => 2 * n)), received: Int16Array.from(each(n => 2 * n + 1 + n % 4)), region: Uint8Array.from(each(n => n % R)), source: Uint8Array.from(each(n => n % warning.sources.length)),
      kind: Uint8Array.from(each(n => Number(n % 3 === 0))), credibility: Uint8Array.from(each(n => 1 + n % 6)), deaths: Float32Array.from(each(n => (n % 3 === 0 ? 0 : n % 7))),
    },
    riskTrend: floats((x, r) => 0.1 * Math.sin(9 * x + r), R),
    council: { positions: floats((x, i) => Math.min(1, members[i]!.position + 0.2 * x), members.length), divergence: floats(() => 0.3), veto: floats(x => 0.4 - 0.2 * x), neutrality: floats(x => 0.8 - 0.1 * x) },
    causes: { consent: floats((x, c) => (c === 0 ? -0.25 * x : c === 3 ? 0.05 * x : 0), CONSENT_CAUSES.length), acceptance: floats((x, c) => (c === 1 ? 0.04 * x : c === 2 ? -0.14 * x : 0), ACCEPTANCE_CAUSES.length) },
    partners: { means: floats(x => 0.5 + 0.2 * x, politics.partners.length), conduct: floats(() => 0.85, politics.partners.length) },
    accords: { implementation: floats(x => (x > 0.5 ? x - 0.5 : 0), P), constraint: floats((x, i) => (i === 1 ? 0.4 * x : 0), P), coercion: floats((x, i) => (i === 1 ? 0.2 * x : 0), P), hardening: floats((x, i) => (i === 1 ? 0.3 * x : 0), P), trust: floats(x => 0.3 + 0.2 * x, P) },
    firsts: { signal: 1, alert: 11, told: 20, decision: 28 },
  };
}
