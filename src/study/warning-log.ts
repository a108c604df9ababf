/** The warning–response log of one run: first report, alerts, the Council told, its decision, first and full effect; −1 never. */
import type { Run } from '../engine/run.ts';

export interface WarningLog {
  /** Day on which the first report reached the desk. */
  readonly report: number;
  /** Days on which the country first held alert 1, 2, 3. */
  readonly alerts: readonly [number, number, number];
  /** Day on which the Council had clearly taken notice. */
  readonly told: number;
  /** Day of its first decision on the mandate. */
  readonly decided: number;
  /** Day on which the first order took effect, and by which all orders that ever did were at full effect. */
  readonly firstEffect: number;
  readonly fullEffect: number;
}

/** Reads the log off a run at its end. */
export function warningLog(run: Run): WarningLog {
  const { s, o } = run;
  let firstEffect = -1;
  let fullEffect = -1;
  for (let i = 0; i < o.rows; i++) {
    const first = s.rowFirstEffectDay[i]!;
    if (first >= 0 && (firstEffect < 0 || first < firstEffect)) firstEffect = first;
    fullEffect = Math.max(fullEffect, s.rowFullEffectDay[i]!);
  }
  return {
    report: s.firstSignalDay[0]!, alerts: [s.firstAlertDay[1]!, s.firstAlertDay[2]!, s.firstAlertDay[3]!], told: s.toldDay[0]!,
    decided: Math.max(s.firstDecisionDay[0]!, s.firstDecisionDay[0]! < 0 ? s.lastDecisionDay[0]! : -1), firstEffect, fullEffect,
  };
}

/** The log as one line. */
export function warningText(log: WarningLog): string {
  const day = (value: number) => (value < 0 ? 'never' : `D+${value}`);
  return `first report ${day(log.report)}, alerts ${log.alerts.map(day).join(', ')}, Council told ${day(log.told)}, decided ${day(log.decided)}, first effect ${day(log.firstEffect)}, full effect ${day(log.fullEffect)}`;
}
