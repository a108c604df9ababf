/** The agenda log of one run: what began, was reviewed and ended, when and why, in order of day. */
import type { Run } from '../engine/run.ts';
import { AGENDA_CAUSES, type AgendaCause } from '../engine/schedule.ts';
import { TRIGGER_ENDS } from '../engine/trigger-table.ts';

export interface AgendaEntry {
  readonly day: number;
  /** `begins`, `ends`; `kept` and `waits` are reviews of an order under way and of one that has not begun. */
  readonly what: 'alert' | 'decision' | 'begins' | 'kept' | 'waits' | 'ends';
  /** Id of the action; absent for an alert level that the country reached. */
  readonly action?: string;
  /** Why it began or ended. */
  readonly why?: AgendaCause;
  /** Alert level. */
  readonly level?: number;
}

const ORDER = { alert: 0, decision: 1, waits: 2, kept: 3, ends: 4, begins: 5 } as const;

/** Reviews of condition i that did not fire: on each of its days while its order waited or was under way. */
function reviewsOf(run: Run, i: number, entries: AgendaEntry[]): void {
  const { s, o: { triggers: c, ids } } = run;
  const reviews = s.triggerReviews[i]!;
  const row = c.row[i]!;
  const fired = s.triggerFiredDay[i]!;
  // the newest review is known; the others lie at equal distances before it
  for (let n = 0; n < reviews; n++) {
    const day = s.triggerReviewDay[i]! - n * c.every[i]!;
    if (day !== fired) entries.push({ day, what: c.does[i] === TRIGGER_ENDS ? 'kept' : 'waits', action: ids[row]! });
  }
}

/** Reads the log off a run, as far as it has gone. */
export function agendaLog(run: Run): AgendaEntry[] {
  const { s, o } = run;
  const entries: AgendaEntry[] = [];
  for (let level = 1; level < s.firstAlertDay.length; level++) if (s.firstAlertDay[level]! >= 0) entries.push({ day: s.firstAlertDay[level]!, what: 'alert', level });
  for (let i = 0; i < o.rows; i++) {
    const action = o.ids[i]!;
    if (s.decisionDay[i]! >= 0) entries.push({ day: s.decisionDay[i]!, what: 'decision', action });
    if (s.rowStartDay[i]! >= 0) entries.push({ day: s.rowStartDay[i]!, what: 'begins', action, why: AGENDA_CAUSES[s.rowStartCause[i]!]! });
    if (s.rowEndDay[i]! >= 0) entries.push({ day: s.rowEndDay[i]!, what: 'ends', action, why: AGENDA_CAUSES[s.rowEndCause[i]!]! });
  }
  for (let i = 0; i < o.triggers.count; i++) reviewsOf(run, i, entries);
  return entries.sort((a, b) => a.day - b.day || ORDER[a.what] - ORDER[b.what]);
}

/** Why an order began or ended, in words that end a sentence. */
const WHY: Readonly<Record<AgendaCause, string>> = {
  none: '', day: 'on its day', effect: 'after the effect it waited for', alert: 'after the alert it waited for', decision: 'after the decision it waited for', condition: 'its condition held',
  review: 'its condition held at a review', 'last-day': 'its last day had passed', 'consent-withdrawn': 'the host withdrew its consent',
};

/** One entry as a line: "D+34: bn-east begins, its condition held". */
export function agendaLine(entry: AgendaEntry): string {
  const at = `D+${entry.day}: `;
  switch (entry.what) {
    case 'alert': return `${at}the country reaches alert level ${entry.level}`;
    case 'decision': return `${at}the Council decides on ${entry.action}`;
    case 'kept': return `${at}${entry.action} is reviewed and goes on`;
    case 'waits': return `${at}${entry.action} is reviewed and waits`;
    default: return `${at}${entry.action} ${entry.what}, ${WHY[entry.why ?? 'none']}`;
  }
}
