/** One row of the parameter register. Mechanism files own their rows; `parameters.ts` joins them. */

/** How a value was come by: measured in data, judged between sources, or invented for want of any. */
export const PARAMETER_GRADES = ['measured', 'judged', 'invented'] as const;
export type ParameterGrade = (typeof PARAMETER_GRADES)[number];

export interface ParameterSpec {
  /** Camel case, reads well after `t.p.`. */
  readonly name: string;
  /** Value of the conservative preset, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** Range the ensemble draws from, in `unit`; low ≤ value ≤ high. */
  readonly low: number;
  readonly high: number;
  readonly distribution: 'uniform' | 'log-normal' | 'fixed';
  /** Author and year, data set, or MODEL. */
  readonly source: string;
  readonly grade: ParameterGrade;
  /** Mechanism that owns it. */
  readonly mechanism: string;
  /** Values that differ by preset, in `unit`. */
  readonly presets?: { readonly published?: number; readonly conservative?: number; readonly promise?: number; readonly record?: number };
}
