/** Pictures of a report: vector drawings as SVG text, each with a title that says what it shows. Light colours, for paper. */
import { dayTicks } from '../charts/axis.ts';
import { dotPlot } from '../charts/dotplot.ts';
import { fanExtent, fanPaths, sampledPaths } from '../charts/fan.ts';
import { hatchPath } from '../charts/hatch.ts';
import { linearScale, niceDomain, niceTicks } from '../charts/scale.ts';
import { bracketPath, stripCells } from '../charts/strip.ts';
import { planColour, tokensOf } from '../charts/tokens.ts';
import type { DelayCurve, PlanResult, SeriesName } from '../study/results.ts';
import { escapeText } from './report-text.ts';

const INK = tokensOf('light');
const WIDTH = 640;

/** Ink of a plan by its letter; plans without one take the reference's. */
export function planInk(letter: string): string {
  return INK.plans[planColour(letter)];
}

function svg(height: number, title: string, body: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeText(title)}"><title>${escapeText(title)}</title>${body}</svg>`;
}

const text = (x: number, y: number, words: string, anchor = 'start'): string => `<text x="${Math.round(x * 10) / 10}" y="${y}" text-anchor="${anchor}">${escapeText(words)}</text>`;
const line = (d: string, colour: string, width = 1, more = ''): string => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${more}/>`;

/** Common scale of a series over several plans. */
export function fanDomain(results: readonly PlanResult[], series: SeriesName): readonly [number, number] {
  const extents = results.map(result => fanExtent(result.bands[series]));
  return niceDomain(Math.min(...extents.map(([low]) => low)), Math.max(...extents.map(([, high]) => high)), 3, true);
}

/** How a series spreads over futures by day: bands of 50 and 90 %, the median, twelve futures. */
export function fanPicture(result: PlanResult, series: SeriesName, domain: readonly [number, number], colour: string, title: string, amount: (value: number) => string): string {
  const [left, right, top, bottom] = [70, WIDTH - 12, 10, 150];
  const { days } = result;
  const x = linearScale([0, days - 1], [left, right]);
  const y = linearScale(domain, [bottom, top]);
  const { wide, narrow, median } = fanPaths(result.bands[series], x, y);
  const ticks = dayTicks(0, days - 1, (right - left) / (days - 1)).filter(tick => tick.rank === 'major');
  return svg(176, title, [
    ...niceTicks(domain, 3).map(value => line(`M${left} ${y(value)}H${right}`, INK.hairline) + text(left - 6, y(value) + 4, amount(value), 'end')),
    ...ticks.map(({ day }) => text(x(day), bottom + 18, `D+${day}`, day === 0 ? 'start' : 'middle')),
    `<path d="${wide}" fill="${colour}" fill-opacity="0.16"/><path d="${narrow}" fill="${colour}" fill-opacity="0.28"/>`,
    line(sampledPaths(result.paths.series[series], days, x, y), colour, 0.6, ' stroke-opacity="0.35"'), line(median, colour, 2),
  ].join(''));
}

/** Fifty dots, each two futures in a hundred, of the difference of two plans; those on the better side are filled. */
export function dotsPicture(differences: Float64Array, better: 'less' | 'more', colour: string, title: string, amount: (value: number) => string): string {
  const [left, right, bottom] = [20, WIDTH - 20, 150];
  const plot = dotPlot(differences, 32);
  const x = linearScale([plot.low, plot.high], [left, right]);
  const step = (right - left) / plot.columns;
  const radius = Math.min(step / 2 - 0.5, (bottom - 16) / plot.tallest / 2);
  const zero = plot.low <= 0 && plot.high >= 0 ? line(`M${x(0)} 8V${bottom}`, INK.text, 1, ' stroke-dasharray="4 3"') : '';
  return svg(176, title, [
    line(`M${left} ${bottom}H${right}`, INK.control), zero,
    ...plot.dots.map(({ value, column, level }) => {
      const good = better === 'less' ? value < 0 : value > 0;
      return `<circle cx="${Math.round((left + (column + 0.5) * step) * 10) / 10}" cy="${Math.round((bottom - radius - 1 - level * 2 * radius) * 10) / 10}" r="${Math.round(radius * 10) / 10}" fill="${good ? colour : INK.surface}" stroke="${colour}"/>`;
    }),
    ...plot.ticks.map(value => text(x(value), bottom + 18, value === 0 ? 'no difference' : amount(value), 'middle')),
  ].join(''));
}

/** One cell for each start day tried, darker where the outcome would be worse, hatched where it is not feasible. */
export function stripPicture(curve: DelayCurve, tolerance: number, present: number, title: string): string {
  const [left, right, top, height] = [20, WIDTH - 20, 22, 26];
  const last = curve.points.at(-1)!.start;
  const before = curve.points.at(-2)?.start ?? last - 1;
  const x = linearScale([0, last + (last - before)], [left, right]);
  const cells = stripCells(curve.points, x, curve.better, tolerance);
  const shades = INK.tension;
  const every = Math.max(1, Math.ceil(curve.points.length / 8));
  const lastDay = curve.lastResponsibleDay;
  return svg(92, title, [
    ...cells.map(({ x: from, width, shade }) => `<rect x="${from.toFixed(1)}" y="${top}" width="${width.toFixed(1)}" height="${height}" fill="${shade < 0 ? INK.surface : shades[shade]!}" stroke="${INK.hairline}"/>${shade < 0 ? line(hatchPath({ x: from, y: top, width, height }, 6), INK.control) : ''}`),
    line(bracketPath(x(curve.flatZone[0]), x(curve.flatZone[1]), top + height + 2, 5), INK.text),
    `<path d="M${x(present).toFixed(1)} ${top}l-5 -8h10Z" fill="${INK.text}"/>`, text(x(present), 10, 'now', 'middle'),
    lastDay === null ? '' : line(`M${x(lastDay)} ${top - 4}v${height + 8}`, INK.critical, 2),
    ...curve.points.filter((_, i) => i % every === 0).map(({ start }) => text(x(start), top + height + 24, `D+${start}`, 'middle')),
  ].join(''));
}
