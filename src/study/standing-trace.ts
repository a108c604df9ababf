/** What one future shows of reports, the Council, consent, partners and agreements, day by day; the boards read it. */
import { ACCEPTANCE_CAUSES, CONSENT_CAUSES } from '../engine/columns-peace.ts';
import type { Run } from '../engine/run.ts';
import { INBOX } from '../engine/state.ts';

/** Reports in the order in which they were written; one entry a report. */
export interface ReportTrace {
  readonly count: number;
  /** Day observed and day on which it reached the desk; before D0 below 0. */
  readonly seen: Int16Array;
  readonly received: Int16Array;
  readonly region: Uint8Array;
  /** Index of the scenario's warning sources, which have the reliability A–F. */
  readonly source: Uint8Array;
  /** 0 incident, 1 preparations. */
  readonly kind: Uint8Array;
  /** 1 confirmed to 5 improbable, 6 cannot be judged. */
  readonly credibility: Uint8Array;
  /** Deaths it speaks of. */
  readonly deaths: Float32Array;
}

const BY_PARTY = ['implementation', 'constraint', 'coercion', 'hardening', 'trust'] as const;
const BY_DAY = ['divergence', 'veto', 'neutrality'] as const;

/** All indexes 0–1 unless said otherwise, [day · n + i]. */
export interface StandingTrace {
  readonly reports: ReportTrace;
  /** Estimated risk less its average of the month before, [day · R + region]. */
  readonly riskTrend: Float32Array;
  /** Positions of the Council's members −1 to 1, [day · members + member]; spread of positions, danger of a veto, perceived neutrality by day. */
  readonly council: { readonly positions: Float32Array } & Readonly<Record<(typeof BY_DAY)[number], Float32Array>>;
  /** What each cause adds to the value of D0: [day · causes + cause], CONSENT_CAUSES and ACCEPTANCE_CAUSES; acceptance as mean over people. */
  readonly causes: { readonly consent: Float32Array; readonly acceptance: Float32Array };
  /** Effect that the partner's force keeps up, and its conduct, [day · partners + partner]. */
  readonly partners: { readonly means: Float32Array; readonly conduct: Float32Array };
  /** Agreement carried out, bite of sanctions, trust in the mediation, [day · P + party]. */
  readonly accords: Readonly<Record<(typeof BY_PARTY)[number], Float32Array>>;
  /** First report, first alert of the country, Council told, first decision of the Council: days, −1 never. */
  readonly firsts: { readonly signal: number; readonly alert: number; readonly told: number; readonly decision: number };
}

/** Gathers a `StandingTrace` while a run goes on; call `note` after each day. */
export class StandingRecorder {
  private readonly run: Run;
  private readonly written: { seen: number; received: number; region: number; source: number; kind: number; credibility: number; deaths: number }[] = [];
  private known: number;
  private readonly riskTrend: Float32Array;
  private readonly council: StandingTrace['council'];
  private readonly causes: StandingTrace['causes'];
  private readonly partners: StandingTrace['partners'];
  private readonly accords: StandingTrace['accords'];

  /** @param run stands before the first day to record; reports still in its inbox are taken over */
  constructor(run: Run) {
    const { R, P, M, days, partners } = run.t;
    const room = (n: number): Float32Array => new Float32Array(n * days);
    this.run = run;
    this.known = Math.max(0, run.s.inboxCount[0]! - INBOX);
    this.riskTrend = room(R);
    this.council = { positions: room(M), divergence: room(1), veto: room(1), neutrality: room(1) };
    this.causes = { consent: room(CONSENT_CAUSES.length), acceptance: room(ACCEPTANCE_CAUSES.length) };
    this.partners = { means: room(partners.count), conduct: room(partners.count) };
    this.accords = { implementation: room(P), constraint: room(P), coercion: room(P), hardening: room(P), trust: room(P) };
    this.collect();
  }

  /** Takes over the reports written since. */
  private collect(): void {
    const { s } = this.run;
    const count = s.inboxCount[0]!;
    for (let n = Math.max(this.known, count - INBOX); n < count; n++) {
      const at = n % INBOX;
      this.written.push({ seen: s.inboxSeen[at]!, received: s.inboxReceived[at]!, region: s.inboxRegion[at]!, source: s.inboxSource[at]!, kind: s.inboxKind[at]!, credibility: s.inboxCredibility[at]!, deaths: s.inboxDeaths[at]! });
    }
    this.known = count;
  }

  /** @param day day that has just been stepped */
  note(day: number): void {
    const { s, t } = this.run;
    const { R, P, M } = t;
    this.collect();
    for (let r = 0; r < R; r++) this.riskTrend[day * R + r] = s.riskTrend[r]!;
    this.council.positions.set(s.memberPosition, day * M);
    this.council.divergence[day] = s.councilSpread[0]!;
    this.council.veto[day] = s.councilVeto[0]!;
    this.council.neutrality[day] = s.neutrality[0]!;
    this.causes.consent.set(s.consentCauses, day * CONSENT_CAUSES.length);
    this.noteAcceptance(day);
    this.partners.means.set(s.partnerSupport, day * t.partners.count);
    this.partners.conduct.set(s.partnerConduct, day * t.partners.count);
    for (const name of BY_PARTY) this.accords[name].set(s[name], day * P);
  }

  private noteAcceptance(day: number): void {
    const { s, t } = this.run;
    const n = ACCEPTANCE_CAUSES.length;
    let people = 0;
    for (let r = 0; r < t.R; r++) people += t.population[r]!;
    for (let c = 0; c < n; c++) {
      let sum = 0;
      for (let r = 0; r < t.R; r++) sum += t.population[r]! * s.acceptanceCauses[r * n + c]!;
      this.causes.acceptance[day * n + c] = people > 0 ? sum / people : 0;
    }
  }

  finish(): StandingTrace {
    const { run, written: w, riskTrend, council, causes, partners, accords } = this;
    const { s } = run;
    return {
      riskTrend, council, causes, partners, accords,
      reports: { count: w.length, seen: Int16Array.from(w, e => e.seen), received: Int16Array.from(w, e => e.received), region: Uint8Array.from(w, e => e.region), source: Uint8Array.from(w, e => e.source), kind: Uint8Array.from(w, e => e.kind), credibility: Uint8Array.from(w, e => e.credibility), deaths: Float32Array.from(w, e => e.deaths) },
      firsts: { signal: s.firstSignalDay[0]!, alert: s.firstAlertDay[1]!, told: s.toldDay[0]!, decision: s.firstDecisionDay[0]! },
    };
  }
}
