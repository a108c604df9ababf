/** One lane: its name at the left, its bars in tracks, the delay strip under the selected bar, the days that cannot be chosen. */
import { useCallback, useRef, type PointerEvent, type ReactElement } from 'react';
import { crossHatchPath } from '../charts/hatch.ts';
import { ActionBar } from './action-bar.tsx';
import type { BarMove } from './bar-move.ts';
import { darkerText, DelayStrip } from './delay-strip.tsx';
import { useText } from './text.ts';
import { useAxis } from './timeline-axis.ts';
import type { PlacedLane } from './timeline-bars.ts';
import { TimelineIcon } from './timeline-icon.tsx';
import { useSelect } from './use-session.ts';

export interface LaneProps {
  readonly lane: PlacedLane;
  readonly row: number;
  readonly selected: string | null;
  /** Bar on which Tab stops. */
  readonly tabStop: string | null;
  readonly move: BarMove;
  readonly events: readonly number[];
  readonly onStep: (id: string, step: 1 | -1) => void;
  readonly onEdit: ((id: string) => void) | undefined;
}

export function Lane({ lane, row, selected, tabStop, move, events, onStep, onEdit }: LaneProps): ReactElement {
  const axis = useAxis();
  const t = useText();
  const chosen = lane.bars.find(({ bar }) => bar.id === selected);
  const curve = useSelect(state => (chosen !== undefined && state.delay?.action === chosen.bar.id ? state.delay.curve : null));
  const name = t(`timeline.lane.${lane.name}`);
  const closed = chosen === undefined || chosen.bar.earliest <= 0 ? 0 : axis.x(chosen.bar.earliest);
  return (
    <div className="lane" role="group" aria-label={name} style={{ height: lane.height }} data-selected={chosen !== undefined || undefined}>
      <div className="lane-label">
        <span className="lane-name"><TimelineIcon name={lane.name} /><span className="clip">{name}</span></span>
        {lane.stripTop >= 0 && (
          <span className="lane-strip-label" style={{ top: lane.stripTop }}>
            <span className="clip">{t('timeline.strip.name')}</span>
            {curve !== null && <span className="clip" title={darkerText(curve, t)}>{darkerText(curve, t)}</span>}
          </span>
        )}
      </div>
      <PanGround>
        {chosen !== undefined && closed > 0 && <svg className="lane-closed" width={closed} height={row} style={{ top: chosen.top }} aria-hidden="true"><path d={crossHatchPath({ x: 0, y: 0, width: closed, height: row }, 9)} /><path className="lane-closed-edge" d={`M${closed - 0.5} 0V${row}`} /></svg>}
        {lane.bars.map(({ bar, top }) => <ActionBar key={bar.id} bar={bar} top={top} height={row} selected={bar.id === selected} tabStop={bar.id === tabStop} move={move} events={events} onStep={onStep} onEdit={onEdit} />)}
        {chosen !== undefined && <DelayStrip key={chosen.bar.id} bar={chosen.bar} top={lane.stripTop} move={move} />}
      </PanGround>
    </div>
  );
}

/** The ground of a lane: dragging it pans the axis. */
function PanGround({ children }: { readonly children: React.ReactNode }): ReactElement {
  const axis = useAxis();
  const grip = useRef<{ x: number; left: number; scroller: Element } | null>(null);
  const onPointerDown = useCallback((event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || event.target !== event.currentTarget || event.pointerType === 'touch') return;
    const scroller = event.currentTarget.closest('.timeline-scroll');
    if (scroller === null) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    grip.current = { x: event.clientX, left: scroller.scrollLeft, scroller };
  }, []);
  const onPointerMove = useCallback((event: PointerEvent) => {
    if (grip.current !== null) grip.current.scroller.scrollLeft = grip.current.left - (event.clientX - grip.current.x);
  }, []);
  const release = useCallback(() => { grip.current = null; }, []);
  return <div className="lane-ground" style={{ width: axis.width }} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={release} onPointerCancel={release}>{children}</div>;
}
