/** Fifty dots over an axis with a threshold that moves by pointer and by arrow keys; says how many futures lie above it. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { dotPlot } from '../charts/dotplot.ts';
import { axisText } from './format.ts';
import { useSelect } from './use-session.ts';

export interface DotPlotProps {
  /** One value a future; not empty. */
  readonly values: Float64Array;
  readonly threshold: number;
  readonly onThreshold: (value: number) => void;
  readonly label: string;
  /** What one dot stands for, beside the dots. */
  readonly hint: string;
  /** What the threshold means now, for assistive technology. */
  readonly valueText: string;
}

const DOT = 10; // px between columns of dots
const AXIS = 22; // px below the dots
const HANDLE = 14; // px above them
const HEIGHT = 92;
const PAD = 8;

export function DotPlotChart({ values, threshold, onThreshold, label, hint, valueText }: DotPlotProps): ReactElement {
  const language = useSelect(state => state.language);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(360);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => { if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width); });
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);

  const inner = Math.max(60, width - 2 * PAD);
  const plot = useMemo(() => dotPlot(values, Math.max(8, Math.floor(inner / DOT)), Math.max(2, Math.min(6, Math.floor(inner / 56)))), [values, inner]);
  const room = HEIGHT - AXIS - HANDLE;
  // a tall column draws closer dots rather than leaving the chart
  const rise = Math.min(DOT - 1, room / plot.tallest);
  const cell = inner / plot.columns;
  const radius = Math.max(1.6, Math.min(cell, rise, DOT) / 2 - 0.4);
  const xOf = (value: number): number => PAD + ((value - plot.low) / (plot.high - plot.low)) * inner;
  const base = HEIGHT - AXIS;
  const step = (plot.high - plot.low) / 40;
  const clamp = (value: number): number => Math.min(plot.high, Math.max(plot.low, value));
  const shown = clamp(threshold);

  const fromPointer = (event: PointerEvent<HTMLElement>): void => {
    const rect = event.currentTarget.getBoundingClientRect();
    const raw = plot.low + ((event.clientX - rect.left - PAD) / inner) * (plot.high - plot.low);
    onThreshold(clamp(Math.round(raw / step) * step));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: step * 5, PageDown: -step * 5, Home: -Infinity, End: Infinity };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onThreshold(clamp(shown + move));
  };
  return (
    <div
      ref={box} className="dotplot" role="slider" tabIndex={0} aria-label={label} aria-valuemin={plot.low} aria-valuemax={plot.high} aria-valuenow={shown} aria-valuetext={valueText}
      onKeyDown={onKeyDown} onPointerDown={event => { event.currentTarget.setPointerCapture(event.pointerId); fromPointer(event); }} onPointerMove={event => { if (event.buttons === 1) fromPointer(event); }}
    >
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <text className="dot-hint" x={shown > (plot.low + plot.high) / 2 ? PAD : PAD + inner} y={HANDLE - 2} textAnchor={shown > (plot.low + plot.high) / 2 ? 'start' : 'end'}>{hint}</text>
        {plot.dots.map((dot, i) => (
          <circle key={i} cx={PAD + (dot.column + 0.5) * cell} cy={base - 3 - (dot.level + 0.5) * rise} r={radius} className={dot.value > shown ? 'dot above' : 'dot'} />
        ))}
        <path className="axis" d={`M${PAD} ${base + 0.5}H${PAD + inner}${plot.ticks.map(tick => `M${xOf(tick)} ${base}v4`).join('')}`} />
        {plot.ticks.map((tick, i) => (
          <text key={tick} x={xOf(tick)} y={HEIGHT - 5} textAnchor={i === 0 ? 'start' : i === plot.ticks.length - 1 ? 'end' : 'middle'}>{axisText(tick, language)}</text>
        ))}
        <path className="threshold" d={`M${xOf(shown)} ${HANDLE - 4}V${base}`} />
        <path className="handle" d={`M${xOf(shown) - 5} 0h10v7l-5 5-5-5z`} />
      </svg>
    </div>
  );
}
