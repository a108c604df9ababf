/** Hatching as path data clipped to a box: needs no pattern and no id, so it prints and scales like any line. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines at 45° (rising to the right), `spacing` apart along the horizontal, fixed to the drawing's origin so that boxes side by side meet. */
export function hatchPath(box: Box, spacing: number): string {
  return lines(box, spacing, 1);
}

/** Lines both ways. */
export function crossHatchPath(box: Box, spacing: number): string {
  return lines(box, spacing, 1) + lines(box, spacing, -1);
}

/** Lines x + slope · y = n · spacing, each cut at the edges of the box. */
function lines({ x, y, width, height }: Box, spacing: number, slope: 1 | -1): string {
  if (!(width > 0) || !(height > 0) || !(spacing > 0)) return '';
  const right = x + width;
  const bottom = y + height;
  const sums = slope === 1 ? [x + y, right + bottom] as const : [x - bottom, right - y] as const;
  let path = '';
  for (let n = Math.ceil(sums[0] / spacing); n * spacing <= sums[1]; n++) {
    const sum = n * spacing;
    // The line meets the top or a side first; both ends are clamped to the box.
    const x1 = slope === 1 ? Math.max(x, sum - bottom) : Math.max(x, sum + y);
    const x2 = slope === 1 ? Math.min(right, sum - y) : Math.min(right, sum + bottom);
    if (x2 <= x1) continue;
    path += `M${round(x1)} ${round(slope * (sum - x1))}L${round(x2)} ${round(slope * (sum - x2))}`;
  }
  return path;
}

const round = (value: number): number => Math.round(value * 10) / 10;
