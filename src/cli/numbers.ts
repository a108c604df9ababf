/** Numbers for people: about two significant digits more than the spread supports is noise, so three at most. */
import type { OutcomeName } from '../scenario/schema.ts';

/** Names of outcomes in reports. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeName, string>> = {
  civiliansKilled: 'civilians killed', allDeaths: 'all deaths', peakDisplaced: 'people displaced, peak', displacedPersonDays: 'displaced person-days', refugees: 'refugees',
  needReached: 'need reached', missionDeaths: 'mission deaths', cost: 'cost', regionDaysWithoutPresence: 'region-days without presence',
  daysToFirstEffect: 'days to first effect', daysToFullEffect: 'days to full effect', massAtrocity: 'chance of large-scale killing',
  daysToAlert: 'days to alert 2', daysToMandate: 'days to the mandate', daysLost: 'days lost from alert to effect', meanConsent: 'host consent, mean',
};

/** 12,300 · 4.2 M · 38 % by unit. */
export function amountText(value: number, unit: string): string {
  if (unit === 'share' || unit === 'probability') return `${Math.round(value * 100)}%`;
  const size = Math.abs(value);
  if (size >= 1e9) return `${(value / 1e9).toPrecision(3)} bn`;
  if (size >= 1e6) return `${(value / 1e6).toPrecision(3)} M`;
  if (size >= 1000) return String(Math.round(Number(value.toPrecision(3)))).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return size >= 10 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(2);
}
