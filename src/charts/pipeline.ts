/** The pipeline of an order as a small Gantt chart: one row a stage, spans for comparison, a day axis. Pure functions from days to places. */
import { niceTicks } from './scale.ts';

export interface StageMark {
  readonly stage: string;
  /** Day on which the stage ends; below 0 when most futures never get there. */
  readonly day: number;
  /** Day on which it begins where it runs beside the stage before; below 0 or left out: where that one ends. */
  readonly from?: number;
}

export interface PipelineStage {
  readonly stage: string;
  readonly from: number;
  readonly to: number;
  /** `done`: most futures get past it; `open`: most do not, so it lasts to the end of the axis; `never`: they do not reach it. */
  readonly state: 'done' | 'open' | 'never';
}

/** A range of days with a middle, such as what doctrine promises. */
export interface DaySpan {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface PipelineChart {
  readonly stages: readonly PipelineStage[];
  /** Ends of the axis; `from < to` always. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/**
 * Stages in order, each from where the one before ends unless it says where it begins. A mark that lies before its start ends its stage at once; one
 * that is missing between known ones ends where the next known one lies.
 */
export function pipelineStages(begun: number, marks: readonly StageMark[], end: number): PipelineStage[] {
  let start = begun;
  let isOver = false;
  return marks.map(({ stage, from: own = -1 }, i): PipelineStage => {
    if (isOver && own < 0) return { stage, from: end, to: end, state: 'never' };
    const known = marks.slice(i).find(mark => mark.day >= 0);
    const from = own < 0 ? start : Math.max(begun, own);
    if (known === undefined) {
      isOver = true;
      return { stage, from, to: Math.max(from, end), state: 'open' };
    }
    start = Math.max(from, known.day);
    return { stage, from, to: start, state: 'done' };
  });
}

/**
 * Stages and the axis they stand on, which holds the spans too.
 * @param end last day of the scenario: nothing is known beyond it, and spans may end there
 */
export function pipelineChart(begun: number, marks: readonly StageMark[], end: number, spans: readonly DaySpan[] = []): PipelineChart {
  const stages = pipelineStages(begun, marks, end);
  const reached = stages.filter(stage => stage.state === 'done').map(stage => stage.to);
  const isOpen = stages.some(stage => stage.state === 'open');
  const last = Math.max(begun + 1, ...reached, ...spans.map(span => Math.min(span.high, end)), ...(isOpen ? [end] : []));
  // a little room, so that the last label has a place
  const to = Math.min(Math.max(end, begun + 1), Math.ceil(begun + (last - begun) * 1.04));
  return { stages, from: begun, to, ticks: niceTicks([begun, to], 4) };
}

/** Place of a day on the axis, 0–1; days outside lie at its ends. */
export function placeOf({ from, to }: Pick<PipelineChart, 'from' | 'to'>, day: number): number {
  return Math.min(1, Math.max(0, (day - from) / (to - from)));
}
