/**
 * Season — how far each climate zone is into its rains.
 *
 * wetness = clamp01(min(days since onset, days to end) / ramp), 0 outside the rains              [index 0–1]
 * onset and end shift together by one normal draw a calendar year, sd seasonShiftSdDays           [days]
 *
 * Source: dates of the rains are scenario data (for example WFP and IOM season notes); ramp and shift MODEL.
 * Assumes: one rainy season a year; no link between one year's shift and the next.
 * Reads nothing. Writes wetness, seasonShiftDays. Draws: seasonOnset (one a zone and year).
 */
import { word, uniform } from '../../kernel/draws.ts';
import { normal } from '../../kernel/distributions.ts';
import { clamp01 } from '../../kernel/math.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { STREAMS } from '../streams.ts';

function drawShifts(run: Run, year: number): void {
  const { s, t } = run;
  for (let c = 0; c < t.K; c++) {
    s.seasonShiftDays[c] = normal(uniform(run.k0, run.k1, word(STREAMS.seasonOnset, 0, year), t.climateKey[c]!), 0, t.p.seasonShiftSdDays);
  }
}

export const season: Mechanism = {
  name: 'season', phase: 1, reads: [], writes: ['wetness', 'seasonShiftDays'],
  initialise: run => drawShifts(run, 0),
  run: run => {
    const { s, t, day } = run;
    const doy = t.dayOfYear[day]!;
    if (doy === 1 && day > 0) drawShifts(run, 1 + Math.floor(day / 365));
    for (let c = 0; c < t.K; c++) {
      const shift = s.seasonShiftDays[c]!;
      const length = (t.wetTo[c]! - t.wetFrom[c]! + 365) % 365;
      const since = (doy - t.wetFrom[c]! - shift + 730) % 365;
      s.wetness[c] = since > length ? 0 : clamp01(Math.min(since, length - since) / t.p.seasonRampDays);
    }
  },
};
