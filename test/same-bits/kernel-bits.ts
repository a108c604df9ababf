/** Hashes over a million inputs of every function of the kernel: the same on every engine, or determinism is lost. */
import { bernoulli, exponential, logNormal, normalQuantile, poisson, powerLaw, stochasticRound, weightedChoice } from '../../src/kernel/distributions.ts';
import { uniform, word } from '../../src/kernel/draws.ts';
import { haversineKm } from '../../src/kernel/geometry.ts';
import { Hasher } from '../../src/kernel/hash.ts';
import { atan, cos, exp, log, logistic, pow, sin, tanh } from '../../src/kernel/math.ts';

const weights = [0.2, 1.7, 0, 3.3, 0.01];

/** Each function of u (uniform) and v (a second uniform). */
const FUNCTIONS: Readonly<Record<string, (u: number, v: number) => number>> = {
  exp: (u, v) => exp((u - 0.5) * (v < 0.5 ? 1400 : 4)),
  log: (u, v) => log(v < 0.5 ? u : u * 1e12),
  pow: (u, v) => pow(u * 100, v * 6 - 3),
  logistic: u => logistic(u * 80 - 40),
  tanh: u => tanh(u * 50 - 25),
  sin: u => sin(u * 20000 - 10000),
  cos: u => cos(u * 20000 - 10000),
  atan: (u, v) => atan((u - 0.5) * (v < 0.5 ? 4 : 1e6)),
  normalQuantile: u => normalQuantile(u),
  logNormal: (u, v) => logNormal(u, 3 * v, 0.2 + v),
  exponential: (u, v) => exponential(u, v * 3 + 0.01),
  poisson: (u, v) => poisson(u, v < 0.8 ? v : v * 40),
  powerLaw: (u, v) => powerLaw(u, v < 0.5 ? 2 : 1.8 + v, 20 + 1000 * v),
  bernoulli: (u, v) => bernoulli(u, v),
  stochasticRound: (u, v) => stochasticRound(v * 100, u),
  weightedChoice: u => weightedChoice(u, weights, 5),
  haversineKm: (u, v) => haversineKm([360 * u - 180, 170 * v - 85], [31.6, 4.85]),
};

export const KERNEL_FUNCTIONS = Object.keys(FUNCTIONS);

/** Hash by function over `inputs` inputs. */
export function kernelBits(inputs: number): Record<string, string> {
  const values = new Float64Array(4096);
  const words = new Int32Array(values.buffer);
  return Object.fromEntries(
    Object.entries(FUNCTIONS).map(([name, f], j) => {
      const hasher = new Hasher();
      for (let i = 0, at = 0; i < inputs; i++) {
        const day = i & 8191;
        values[at++] = f(uniform(101, 202, word(j, day, 0), i), uniform(101, 202, word(j, day, 1), i));
        if (at === values.length) {
          hasher.words(words);
          at = 0;
        }
      }
      return [name, hasher.words(words).digest()];
    }),
  );
}
