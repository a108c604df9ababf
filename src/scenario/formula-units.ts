/** Columns, functions and units a user formula may use. */

/** Exponents of people and days. `free` marks a bare number, which takes the unit of what it is added to. */
export interface Dimension { readonly people: number; readonly days: number; readonly free: boolean }

export const PURE: Dimension = { people: 0, days: 0, free: false };
export const FREE: Dimension = { people: 0, days: 0, free: true };
const PEOPLE: Dimension = { people: 1, days: 0, free: false };
const DAYS: Dimension = { people: 0, days: 1, free: false };
const PER_DAY: Dimension = { people: 0, days: -1, free: false };

/** Columns in the order `evaluateFormula` wants them; append only. */
export const FORMULA_COLUMNS = ['tension', 'displaced', 'incidents', 'deaths', 'reach', 'risk', 'attention', 'consent', 'will', 'day',
  'acceptance', 'alert', 'ceasefire', 'troops', 'need', 'supply', 'missionDeaths', 'ceiling'] as const;
export type FormulaColumn = (typeof FORMULA_COLUMNS)[number];

/** Meaning of each column, for the guide and the editor. */
export const COLUMN_NOTES: Readonly<Record<FormulaColumn, { readonly title: string; readonly unit: string; readonly dimension: Dimension }>> = {
  tension: { title: 'Tension in the region', unit: 'index 0–1', dimension: PURE },
  displaced: { title: 'People displaced in the region', unit: 'people', dimension: PEOPLE },
  incidents: { title: 'Incidents reported today', unit: '1/day', dimension: PER_DAY },
  deaths: { title: 'Deaths reported today', unit: 'people/day', dimension: { people: 1, days: -1, free: false } },
  reach: { title: 'Share of need reached', unit: 'index 0–1', dimension: PURE },
  risk: { title: 'Risk estimate from reports', unit: 'index 0–1', dimension: PURE },
  attention: { title: 'Attention of the Council', unit: 'index 0–1', dimension: PURE },
  consent: { title: 'Consent of the host', unit: 'index 0–1', dimension: PURE },
  will: { title: 'Political will', unit: 'index 0–1', dimension: PURE },
  day: { title: 'Day of the scenario, D0 = 0', unit: 'day', dimension: DAYS },
  acceptance: { title: 'Local acceptance', unit: 'index 0–1', dimension: PURE },
  alert: { title: 'Alert level 0–3', unit: 'level', dimension: PURE },
  ceasefire: { title: 'Hold of ceasefires, mean of the armed parties', unit: 'index 0–1', dimension: PURE },
  troops: { title: 'Operational troops', unit: 'people', dimension: PEOPLE },
  need: { title: 'People in need', unit: 'people', dimension: PEOPLE },
  supply: { title: 'Days of supply at the bases', unit: 'day', dimension: DAYS },
  missionDeaths: { title: 'Mission members killed by hostile acts since D0', unit: 'people', dimension: PEOPLE },
  ceiling: { title: 'Authorised troops', unit: 'people', dimension: PEOPLE },
};

/** Units that may follow a number: "100000 people", "30 days". */
export const FORMULA_UNITS: ReadonlyMap<string, Dimension> = new Map([['people', PEOPLE], ['person', PEOPLE], ['days', DAYS]]);

/** Functions and their least and greatest number of arguments. */
export const FORMULA_FUNCTIONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['average', [2, 2]], ['mean', [1, 8]], ['min', [1, 8]], ['max', [1, 8]], ['abs', [1, 1]], ['exp', [1, 1]], ['log', [1, 1]], ['sqrt', [1, 1]], ['clamp', [3, 3]],
]);

export function dimensionName(dimension: Dimension): string {
  if (dimension.free) return 'a bare number';
  const part = (word: string, power: number) => (power === 0 ? '' : power === 1 ? word : `${word}^${power}`);
  const above = [part('people', Math.max(0, dimension.people)), part('days', Math.max(0, dimension.days))].filter(text => text !== '').join(' ');
  const below = [part('person', Math.max(0, -dimension.people)), part('day', Math.max(0, -dimension.days))].filter(text => text !== '').join(' ');
  if (above === '' && below === '') return 'a pure number';
  return `${above === '' ? '1' : above}${below === '' ? '' : ` by ${below}`}`;
}
