/** A line between two panes that moves by pointer and by arrow keys; double click and Enter set it back. */
import { useRef, type ReactElement } from 'react';

export interface SplitterProps {
  readonly label: string;
  /** A horizontal line changes heights, a vertical one widths. */
  readonly orientation: 'horizontal' | 'vertical';
  /** Size of the pane it rules, px. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** −1 where moving right or down makes the pane smaller. */
  readonly sign?: 1 | -1;
  readonly onChange: (value: number) => void;
  readonly onReset: () => void;
}

const STEP = 16; // px

export function Splitter({ label, orientation, value, min, max, sign = 1, onChange, onReset }: SplitterProps): ReactElement {
  const held = useRef<{ readonly at: number; readonly value: number } | null>(null);
  const clamp = (wanted: number): number => Math.round(Math.min(max, Math.max(min, wanted)));
  return (
    <div
      className={`splitter ${orientation}`} role="separator" tabIndex={0} aria-label={label} aria-orientation={orientation} aria-valuemin={min} aria-valuemax={max} aria-valuenow={value}
      onPointerDown={event => { event.currentTarget.setPointerCapture(event.pointerId); held.current = { at: orientation === 'vertical' ? event.clientX : event.clientY, value }; }}
      onPointerMove={event => {
        if (held.current === null) return;
        const moved = (orientation === 'vertical' ? event.clientX : event.clientY) - held.current.at;
        onChange(clamp(held.current.value + sign * moved));
      }}
      onPointerUp={() => { held.current = null; }} onPointerCancel={() => { held.current = null; }} onDoubleClick={onReset}
      onKeyDown={event => {
        const forward = orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown';
        const back = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
        const by = event.key === forward ? 1 : event.key === back ? -1 : 0;
        if (by !== 0) onChange(clamp(value + sign * by * STEP));
        else if (event.key === 'Home') onChange(min);
        else if (event.key === 'End') onChange(max);
        else if (event.key === 'Enter') onReset();
        else return;
        event.preventDefault();
      }}
    />
  );
}
