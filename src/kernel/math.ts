/**
 * Deterministic mathematics: every function is built from + − × ÷ √ and exact bit work, so that Node, Chromium,
 * Firefox and JavaScriptCore give the same bits. `Math.exp` and its kin differ between engines by one unit in the
 * last place on 3 to 10 % of inputs, which a threshold turns into another future.
 *
 * Error bounds stand with each function; they are relative, against the exact value, and tested.
 */

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;

// exp: 64 table steps to each power of two
const STEPS = 64;
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;
const STEPS_PER_UNIT = STEPS / (LN2_HIGH + LN2_LOW);

/** 2^(j/64): products of repeated square roots of 2, each within half a unit in the last place. */
const ROOTS = buildRoots();
/** 2^n for n = −1074 … 1023, at n + 1074. */
const POWERS = buildPowers();

function buildRoots(): Float64Array {
  const roots = new Float64Array(STEPS);
  const parts: number[] = [];
  for (let bit = 0, root = 2; bit < 6; bit++) {
    root = Math.sqrt(root);
    parts.push(root);
  }
  for (let j = 0; j < STEPS; j++) {
    let product = 1;
    for (let bit = 0; bit < 6; bit++) if ((j >> (5 - bit)) & 1) product *= parts[bit]!;
    roots[j] = product;
  }
  return roots;
}

function buildPowers(): Float64Array {
  const powers = new Float64Array(1074 + 1024);
  for (let n = 0, value = 1; n <= 1023; n++, value *= 2) powers[n + 1074] = value;
  for (let n = -1, value = 0.5; n >= -1074; n--, value *= 0.5) powers[n + 1074] = value;
  return powers;
}

/**
 * e to the x. Relative error below 1.5e-15; 0 below −745.2, Infinity above 709.78.
 * x = (64·n + j)·ln 2/64 + r with |r| < 0.00542; the Taylor series to r⁵ leaves less than 3.6e-17.
 */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x !== x ? NaN : Infinity;
  if (x < -745.2) return 0;
  const k = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const n = k >> 6;
  const series = r + r * r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333)));
  const root = ROOTS[k & 63]!;
  const value = root + root * series;
  // 2^1024 is no number: the last octave takes two steps
  return n > 1023 ? value * 2 * POWERS[n - 1 + 1074]! : n < -1022 ? value * POWERS[n + 60 + 1074]! * POWERS[1014]! : value * POWERS[n + 1074]!;
}

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);
/** Index of the high word: 1 on little-endian machines. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * Natural logarithm. Relative error below 1e-15; −Infinity at 0, NaN below 0.
 * x = 2^k·(1 + f) with √½ < 1 + f < √2, then the series of log((1 + s)/(1 − s)), s = f/(2 + f); coefficients
 * after fdlibm's e_log.c (© 1993 Sun Microsystems, freely granted to use, copy, modify and distribute with this notice).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = 0;
  let scaled = x;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984;
    k = -54;
  }
  bits[0] = scaled;
  const high = words[HIGH]!;
  k += (high >>> 20) - 1023;
  const mantissa = high & 0xfffff;
  // mantissas above √2 belong to the next power of two
  const up = (mantissa + 0x95f64) & 0x100000;
  words[HIGH] = mantissa | (up ^ 0x3ff00000);
  k += up >>> 20;
  const f = bits[0]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const odd = z * (0.6666666666666735130 + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + even + odd) + k * LN2_LOW) - f);
}

/** x to the y for x > 0, as exp(y · log x); relative error below 1e-15 · (1 + |y · log x|). 0 for x = 0 and y > 0. */
export function pow(x: number, y: number): number {
  if (x === 0) return y === 0 ? 1 : y > 0 ? 0 : Infinity;
  return exp(y * log(x));
}

/** 1/(1 + e^−x): 0 … 1. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Hyperbolic tangent, −1 … 1; absolute error below 1e-15. */
export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  return 1 - 2 / (exp(2 * x) + 1);
}

const PI_HALVES_HIGH = 1.5707963267341256;
const PI_HALVES_LOW = 6.077100506506192e-11;
export const PI = 3.141592653589793;

function sinSeries(r: number): number {
  const z = r * r;
  return r + r * z * (-1.6666666666666632e-1 + z * (8.333333333322490e-3 + z * (-1.984126982985795e-4 + z * (2.755731370707007e-6 + z * (-2.505076025340686e-8 + z * 1.589690995211550e-10)))));
}

function cosSeries(r: number): number {
  const z = r * r;
  return 1 - 0.5 * z + z * z * (4.166666666666660e-2 + z * (-1.388888888887411e-3 + z * (2.480158728947673e-5 + z * (-2.755731435139066e-7 + z * (2.087572321298175e-9 + z * -1.135964755778820e-11)))));
}

/** Sine of x in radians, |x| < 1e5; absolute error below 1e-14. */
export function sin(x: number): number {
  const k = Math.floor(x / (PI_HALVES_HIGH + PI_HALVES_LOW) + 0.5);
  const r = x - k * PI_HALVES_HIGH - k * PI_HALVES_LOW;
  const q = ((k % 4) + 4) % 4;
  return q === 0 ? sinSeries(r) : q === 1 ? cosSeries(r) : q === 2 ? -sinSeries(r) : -cosSeries(r);
}

/** Cosine of x in radians, |x| < 1e5; absolute error below 1e-14. */
export function cos(x: number): number {
  const k = Math.floor(x / (PI_HALVES_HIGH + PI_HALVES_LOW) + 0.5);
  const r = x - k * PI_HALVES_HIGH - k * PI_HALVES_LOW;
  const q = ((k % 4) + 4) % 4;
  return q === 0 ? cosSeries(r) : q === 1 ? -sinSeries(r) : q === 2 ? -cosSeries(r) : sinSeries(r);
}

/** Arc tangent of x, radians; absolute error below 1e-14. Halves the angle three times, then the series. */
export function atan(x: number): number {
  if (x < 0) return -atan(-x);
  if (x > 1) return PI_HALVES_HIGH + PI_HALVES_LOW - atan(1 / x);
  let y = x;
  for (let i = 0; i < 3; i++) y = y / (1 + Math.sqrt(1 + y * y));
  const z = y * y;
  let series = 0;
  for (let n = 17; n >= 1; n -= 2) series = 1 / n - z * series;
  return 8 * y * series;
}

/** x within low … high; NaN becomes low. */
export function clamp(x: number, low: number, high: number): number {
  return x > low ? (x < high ? x : high) : low;
}

/** x within 0 … 1; NaN becomes 0. */
export function clamp01(x: number): number {
  return x > 0 ? (x < 1 ? x : 1) : 0;
}
