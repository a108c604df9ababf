/**
 * Scenario events — dated triggers and border changes of the scenario file.
 *
 * triggerPush[p, r] = Σ strength · (1 − age / lasting) over triggers under way                    [log hazard]
 *
 * Source: the scenario's own record; the strength of a trigger is MODEL. Attention events are read by the Council.
 * Assumes: a trigger works on hazards alone; it never sets violence, tension or displacement.
 * Reads nothing. Writes triggerPush, borderOpen. Draws: none.
 */
import type { Mechanism } from '../mechanism.ts';

export const EVENT_TRIGGER = 0;
export const EVENT_ATTENTION = 1;
export const EVENT_BORDER = 2;

export const events: Mechanism = {
  name: 'events', phase: 2, reads: [], writes: ['triggerPush', 'borderOpen'],
  initialise: run => { for (let n = 0; n < run.t.N; n++) run.s.borderOpen[n] = run.t.borderOpen0[n]!; },
  run: run => {
    const { s, t, day } = run;
    const e = t.events;
    if (e.count === 0) return;
    s.triggerPush.fill(0);
    for (let i = 0; i < e.count; i++) {
      const age = day - e.day[i]!;
      if (age < 0) break;
      if (e.kind[i] === EVENT_TRIGGER && age < e.lasting[i]!) {
        const push = e.strength[i]! * (1 - age / e.lasting[i]!);
        const row = e.party[i]! * t.R;
        for (let j = e.regionStart[i]!; j < e.regionStart[i + 1]!; j++) s.triggerPush[row + e.regions[j]!]! += push;
      } else if (e.kind[i] === EVENT_BORDER && age === 0) s.borderOpen[e.neighbour[i]!] = e.open[i]!;
    }
  },
};
