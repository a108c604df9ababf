/** Straight scales between numbers and pixels (or any other units of a drawing), and round numbers for axes. */

export interface Scale {
  /** Value to position. */
  (value: number): number;
  /** Position to value. */
  invert(position: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** A straight scale. A domain of no width maps everything to the middle of the range. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const width = domain[1] - domain[0];
  const height = range[1] - range[0];
  const scale = (value: number): number => (width === 0 ? (range[0] + range[1]) / 2 : range[0] + ((value - domain[0]) / width) * height);
  return Object.assign(scale, {
    invert: (position: number): number => (height === 0 ? domain[0] : domain[0] + ((position - range[0]) / height) * width),
    domain, range,
  });
}

/** Smallest of 1, 2, 2.5, 5 · 10ⁿ that is not below `rough`; 1 when `rough` is not positive. */
export function niceStep(rough: number): number {
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  let power = 1;
  while (power * 10 <= rough) power *= 10;
  while (power > rough) power /= 10;
  const unit = rough / power;
  const factor = unit <= 1 ? 1 : unit <= 2 ? 2 : unit <= 2.5 ? 2.5 : unit <= 5 ? 5 : 10;
  return factor * power;
}

/**
 * Domain with round ends that holds `low` … `high`, in at most `steps` + 1 steps.
 * @param zero whether it begins at 0, as amounts do
 */
export function niceDomain(low: number, high: number, steps = 3, zero = false): readonly [number, number] {
  const from = zero ? Math.min(0, low) : low;
  const to = high > from ? high : from + (from === 0 ? 1 : Math.abs(from) * 0.1);
  const step = niceStep((to - from) / steps);
  return [Math.floor(tidy(from / step)) * step, Math.ceil(tidy(to / step)) * step];
}

/** Round values inside a domain, both ends included where they are round, about `count` steps apart. */
export function niceTicks(domain: readonly [number, number], count = 3): number[] {
  const step = niceStep((domain[1] - domain[0]) / count);
  const ticks: number[] = [];
  for (let i = Math.ceil(tidy(domain[0] / step)); i * step <= domain[1] + step * 1e-9; i++) ticks.push(tidy(i * step));
  return ticks;
}

/** Without the last bits that steps such as 0.1 leave behind. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Within bounds; `low` wins where they cross. */
export function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
