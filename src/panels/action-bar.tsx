/** One action on the time line: a bar that is moved by pointer or keyboard, with its stages and what holds it back. */
import { memo, useCallback, useEffect, useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { arrowBarPath } from '../charts/bars.ts';
import { crossHatchPath, hatchPath } from '../charts/hatch.ts';
import { CONSTRAINTS } from '../engine/schedule.ts';
import { textIn } from '../scenario/localize.ts';
import type { ActionResult } from '../study/results.ts';
import { edgeSpeed, keyMove, snapDay, type BarMove } from './bar-move.ts';
import { dateText, dayText } from './format.ts';
import { useText, type TextKey } from './text.ts';
import { useAxis } from './timeline-axis.ts';
import { AWAY, nameOutside, type Bar } from './timeline-bars.ts';
import { clause, differenceText, longDate, moveText } from './timeline-text.ts';
import { useView } from './timeline-view.ts';
import { useRestedSelect, useSelect, useSession } from './use-session.ts';

const START = CONSTRAINTS.indexOf('start');
/** Head of a bar that goes on past the end, px. */
const HEAD = 9;
/** Least width of a bar, px. */
const LEAST = 14;
/** Width of one letter at 12 px, on the wide side. */
const LETTER = 6.6;
/** Drawn height of a bar at most: rows for fingers are higher than that, px. */
const DRAWN = 30;
/** Pointer travel that makes a press a drag, px. */
const SLACK = 3;

/** Limit to show on a bar at a day (`shift`: days by which the bar lies later than in the result): today's, or the one of most of its days; 0 for none. `mostly` tells which. */
export function limitAt(result: ActionResult | undefined, shift: number, day: number): { readonly code: number; readonly mostly: boolean } {
  const none = { code: 0, mostly: false };
  if (result === undefined) return none;
  const { limits, constraintDays } = result;
  const today = limits[Math.round(day - shift)];
  if (today !== undefined && today !== 255) return today === START ? none : { code: today, mostly: false };
  let total = 0;
  let worst = 0;
  for (let i = 0; i < constraintDays.length; i++) {
    total += constraintDays[i]!;
    if (i > 0 && i !== START && (worst === 0 || constraintDays[i]! > constraintDays[worst]!)) worst = i;
  }
  return worst > 0 && constraintDays[worst]! > total / 2 ? { code: worst, mostly: true } : none;
}

/** The limiting factor. Renders only when another limit comes to bind, not with every day or draft. */
function LimitChip({ bar }: { readonly bar: Bar }): ReactElement | null {
  const t = useText();
  const language = useSelect(state => state.language);
  const key = useRestedSelect(state => {
    const result = state.results[state.document.activePlan]?.actions.find(action => action.id === bar.id);
    const begun = result?.milestones.begun ?? -1;
    const { code, mostly } = limitAt(result, begun < 0 ? 0 : bar.start - begun, state.day);
    return code * 2 + Number(mostly);
  });
  const name = CONSTRAINTS[key >> 1];
  const day = useSession().get().day;
  if (name === undefined || name === 'none' || name === 'start') return null;
  const limit = t(`timeline.limit.${name}` as TextKey);
  return <span className="bar-limit" title={key % 2 === 1 ? t('timeline.limit.mostly', { limit }) : t('timeline.limit.today', { limit, day: dayText(day, language) })}>{limit}</span>;
}

/** A bar under the pointer: where it was taken on the axis, and where the pointer is now. */
interface Drag {
  readonly pointer: number;
  /** Place of the pointer at the start, px of the axis. */
  readonly from: number;
  readonly day: number;
  readonly part: 'start' | 'end';
  readonly scroller: Element | null;
  moving: boolean;
  /** Place of the pointer now, px of the window. */
  at: number;
  /** Whether Shift keeps it from snapping. */
  free: boolean;
}

const travelOf = (held: Drag): number => held.at + (held.scroller?.scrollLeft ?? 0) - held.from;

/** Scrolls the axis when the pointer is at an edge of the visible days; whether it moved. */
function scrollEdge({ scroller, at }: Drag): boolean {
  if (scroller === null) return false;
  const box = scroller.getBoundingClientRect();
  const labels = scroller.querySelector('.lane-label')?.getBoundingClientRect().width ?? 0;
  const speed = edgeSpeed(at, box.left + labels, box.right);
  const before = scroller.scrollLeft;
  if (speed !== 0) scroller.scrollLeft += speed;
  return scroller.scrollLeft !== before;
}

export interface ActionBarProps {
  readonly bar: Bar;
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  /** Whether Tab stops here. */
  readonly tabStop: boolean;
  readonly move: BarMove;
  /** Days that starts snap to. */
  readonly events: readonly number[];
  /** Focus goes to the bar `step` places on in the order of lanes. */
  readonly onStep: (id: string, step: 1 | -1) => void;
  readonly onEdit: ((id: string) => void) | undefined;
}

const sameStretches = (a: Bar['stretches'], b: Bar['stretches']): boolean => a.length === b.length && a.every((stretch, i) => stretch.phase === b[i]!.phase && stretch.from === b[i]!.from && stretch.to === b[i]!.to);
/** Whether two bars look and act alike. The limit is no part of it: its chip reads the newest result itself. */
const sameBar = (a: Bar, b: Bar): boolean => a.id === b.id && a.start === b.start && a.resolved === b.resolved && a.end === b.end && a.label === b.label && a.earliest === b.earliest && a.openEnd === b.openEnd && a.waits === b.waits && a.earliestReason === b.earliestReason && sameStretches(a.stretches, b.stretches);

export const ActionBar = memo(ActionBarView, (a, b) => a.top === b.top && a.height === b.height && a.selected === b.selected && a.tabStop === b.tabStop && a.move === b.move && a.events === b.events && a.onStep === b.onStep && a.onEdit === b.onEdit && sameBar(a.bar, b.bar));

function ActionBarView({ bar, top, height, selected, tabStop, move, events, onStep, onEdit }: ActionBarProps): ReactElement {
  const session = useSession();
  const axis = useAxis();
  const t = useText();
  const language = useSelect(state => state.language);
  const scenarioStart = useSelect(state => state.model?.scenario.start ?? '');
  const held = useView(view => (view.held?.action === bar.id ? view.held : null));
  const from = useView(view => (view.moved?.action === bar.id ? view.moved.from : null));
  const snap = useView(view => view.snap);
  const drag = useRef<Drag | null>(null);
  const frame = useRef(0);

  const name = textIn(bar.label, language);
  const left = axis.x(bar.start);
  const right = axis.x(bar.end);
  const width = Math.max(LEAST, right - left);
  const inset = Math.max(2, (height - DRAWN) / 2);
  const infeasible = bar.start < bar.earliest;
  const outside = nameOutside(bar, axis.pixelsPerDay);
  const difference = from === null ? 0 : bar.start - from;

  const begin = useCallback((event: PointerEvent<HTMLElement>, part: 'start' | 'end') => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    session.select({ action: bar.id });
    const scroller = event.currentTarget.closest('.timeline-scroll');
    drag.current = { pointer: event.pointerId, from: event.clientX + (scroller?.scrollLeft ?? 0), day: part === 'start' ? bar.start : bar.end, part, moving: false, at: event.clientX, free: event.shiftKey, scroller };
  }, [session, bar.id, bar.start, bar.end]);

  const place = useCallback((held: Drag) => {
    const day = held.day + travelOf(held) / axis.pixelsPerDay;
    const target = snap && !held.free ? snapDay(day, events, axis.pixelsPerDay) : Math.round(day);
    if (held.part === 'start') move.toStart(target);
    else move.toEnd(target);
  }, [axis.pixelsPerDay, events, move, snap]);

  const follow = useCallback((event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    if (held === null || held.pointer !== event.pointerId) return;
    held.at = event.clientX;
    held.free = event.shiftKey;
    if (!held.moving && Math.abs(travelOf(held)) < SLACK) return;
    if (!held.moving) {
      held.moving = true;
      move.take(bar, held.part);
    }
    // One draft a frame at most, whatever the pointer's rate.
    cancelAnimationFrame(frame.current);
    const next = (): void => {
      if (drag.current !== held) return;
      // at the edge of the visible days these go on under the resting pointer
      const scrolls = scrollEdge(held);
      place(held);
      if (scrolls) frame.current = requestAnimationFrame(next);
    };
    frame.current = requestAnimationFrame(next);
  }, [bar, move, place]);

  const end = useCallback((event: PointerEvent<HTMLElement>, dropped: boolean) => {
    const held = drag.current;
    if (held === null || held.pointer !== event.pointerId) return;
    drag.current = null;
    cancelAnimationFrame(frame.current);
    if (!held.moving || move.held !== bar.id) return;
    if (!dropped) {
      move.cancel();
      return;
    }
    held.at = event.clientX;
    held.free = event.shiftKey;
    place(held);
    move.drop();
  }, [bar.id, move, place]);

  const giveUp = useCallback(() => {
    drag.current = null;
    cancelAnimationFrame(frame.current);
    move.cancel();
  }, [move]);

  // Escape puts a dragged bar back even when the focus is elsewhere.
  useEffect(() => {
    if (held === null) return;
    const key = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    };
    addEventListener('keydown', key, true);
    return () => { removeEventListener('keydown', key, true); };
  }, [held, giveUp]);

  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    const asked = keyMove(event);
    if (asked !== undefined) move.key(bar, asked);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') onStep(bar.id, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (move.held === bar.id) move.drop();
      else onEdit?.(bar.id);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      move.cancel();
      session.removeAction(bar.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, [bar, move, onEdit, onStep, session]);

  const valueText = [
    t('timeline.bar.value', { name, day: dayText(bar.start, language), date: longDate(scenarioStart, bar.start, language) }),
    differenceText(difference, t),
    infeasible ? t('timeline.bar.infeasible', { reason: clause(textIn(bar.earliestReason, language)) }) : '',
    bar.waits ? t('timeline.bar.waits') : '',
  ].filter(part => part !== '').join(', ');
  const tip = held?.stopped === true
    ? t('timeline.bar.notBefore', { day: dayText(bar.earliest, language), reason: clause(textIn(bar.earliestReason, language)) })
    : held?.end === true ? `${dayText(bar.end, language)} · ${dateText(scenarioStart, bar.end, language)}` : moveText(scenarioStart, bar.start, difference, language, t);

  return (
    <>
      <div
        id={`bar-${bar.id}`} className="bar" role="slider" tabIndex={tabStop ? 0 : -1} data-kind={bar.kind} data-selected={selected || undefined} data-held={held !== null || undefined} data-infeasible={infeasible || undefined}
        aria-label={name} aria-valuemin={0} aria-valuemax={axis.days - 1} aria-valuenow={bar.start} aria-valuetext={valueText} aria-orientation="horizontal" aria-describedby="timeline-bar-help"
        style={{ left, top, width, height, '--inset': `${inset}px` } as CSSProperties}
        onPointerDown={event => { begin(event, 'start'); }} onPointerMove={follow} onPointerUp={event => { end(event, true); }} onPointerCancel={event => { end(event, false); }}
        onKeyDown={onKeyDown} onFocus={() => { if (!selected) session.select({ action: bar.id }); }} onBlur={() => { if (drag.current === null) move.drop(); }}
        onDoubleClick={() => onEdit?.(bar.id)}
      >
        <BarShape bar={bar} width={width} height={height - 2 * inset} selected={selected} />
        <BarText bar={bar} name={name} outside={outside} width={width} selected={selected} />
        {selected && <span className="bar-grip" aria-hidden="true" />}
        <span className="bar-tip" data-warn={held?.stopped || undefined} data-near={left < 150 && held?.end !== true || undefined} aria-hidden="true" style={held?.end === true ? { left: width } : undefined}>{tip}</span>
      </div>
      {selected && !bar.moment && (
        <div
          className="bar-end" role="slider" tabIndex={tabStop ? 0 : -1} aria-label={t('timeline.bar.end', { name })} aria-valuemin={0} aria-valuemax={axis.days} aria-valuenow={bar.end} aria-orientation="horizontal"
          aria-valuetext={bar.openEnd ? t('timeline.bar.endOpen') : t('timeline.bar.endValue', { day: dayText(bar.end, language), date: longDate(scenarioStart, bar.end, language) })}
          style={{ left: left + width - 8, top, height }}
          onPointerDown={event => { begin(event, 'end'); }} onPointerMove={follow} onPointerUp={event => { end(event, true); }} onPointerCancel={event => { end(event, false); }}
          onKeyDown={event => {
            const asked = keyMove(event);
            if (asked === undefined || 'to' in asked) return;
            event.preventDefault();
            event.stopPropagation();
            move.key(bar, { part: 'end', by: asked.by });
          }}
          onBlur={() => { if (drag.current === null) move.drop(); }}
        />
      )}
      {held !== null && from !== null && difference !== 0 && <span className="bar-ghost" aria-hidden="true" style={{ left: axis.x(from), top: top + inset, width: Math.min(width, axis.x(axis.days) - axis.x(from)), height: height - 2 * inset }}>{t('timeline.bar.was', { day: dayText(from, language) })}</span>}
    </>
  );
}

/** Outline and stages of a bar. */
function BarShape({ bar, width, height, selected }: { readonly bar: Bar; readonly width: number; readonly height: number; readonly selected: boolean }): ReactElement {
  const axis = useAxis();
  const left = axis.x(bar.start);
  const infeasible = bar.start < bar.earliest;
  if (bar.moment) {
    const y = height / 2;
    const end = Math.max(8, axis.x(bar.end) - left);
    return (
      <svg className="bar-shape" width={end + 8} height={height} aria-hidden="true">
        <path className="bar-lead" d={`M0 ${y - 4}v8M0 ${y}H${end - 6}`} />
        <path className="bar-moment" d={`M${end - 6} ${y}l6 -6 6 6 -6 6z`} />
      </svg>
    );
  }
  const head = bar.openEnd ? Math.min(HEAD, width / 2) : 0;
  const outline = bar.openEnd ? arrowBarPath(0.5, 0.5, width + head - 1, height - 1, head) : `M0.5 0.5H${width - 0.5}V${height - 0.5}H0.5Z`;
  return (
    <svg className="bar-shape" width={width + head + 1} height={height} aria-hidden="true">
      <path className="bar-ground" d={outline} />
      {bar.stretches.map(({ phase, from, to }, i) => {
        const x = axis.x(from) - left;
        const last = i === bar.stretches.length - 1;
        const w = (last ? width : axis.x(to) - left) - x;
        const box = { x, y: 0, width: w, height };
        return (
          <g key={phase} className={`stretch ${phase}`}>
            <path className="stretch-fill" d={last && bar.openEnd ? arrowBarPath(x, 0.5, w + head - 1, height - 1, head) : `M${x} 0.5h${w}V${height - 0.5}h${-w}Z`} />
            {AWAY.has(phase) && <path className="stretch-hatch" d={hatchPath(box, 6)} />}
          </g>
        );
      })}
      {infeasible && <path className="bar-infeasible" d={crossHatchPath({ x: 0, y: 0, width, height }, 7)} />}
      <path className="bar-outline" d={outline} />
      {!selected && <rect className="bar-cap" x={0} y={0} width={3} height={height} />}
    </svg>
  );
}

/** Name, stage words and limit: the name stays in view while any of the bar does. */
function BarText({ bar, name, outside, width, selected }: { readonly bar: Bar; readonly name: string; readonly outside: boolean; readonly width: number; readonly selected: boolean }): ReactElement {
  const axis = useAxis();
  const t = useText();
  const language = useSelect(state => state.language);
  const left = axis.x(bar.start);
  if (outside) return <span className="bar-text outside" style={{ left: (bar.moment ? Math.max(8, axis.x(bar.end) - left) + 10 : width + 8) }}><span className="bar-name">{name}</span><LimitChip bar={bar} /></span>;
  const first = bar.stretches.find(s => !AWAY.has(s.phase));
  const inside = first === undefined ? 0 : axis.x(first.from) - left;
  // The name stands on the part that has full effect or, if that is too short, any; else over the whole bar.
  const needed = Math.min(name.length * LETTER + 70, 170);
  const full = bar.stretches.find(s => s.phase === 'operational');
  const fullAt = full === undefined ? Infinity : axis.x(full.from) - left;
  const later = inside > 0 && width - inside >= needed;
  const at = width - fullAt >= needed ? fullAt : later ? inside : 0;
  const room = width - at;
  const operational = bar.kind === 'deploy' ? full : undefined;
  const whole = operational === undefined ? name : t('timeline.operationalFrom', { name, day: dayText(operational.from, language) });
  return (
    <>
      {later && bar.stretches.map(({ phase, from, to }) => {
        const w = axis.x(to) - axis.x(from);
        if (!AWAY.has(phase)) return null;
        const word = t(`timeline.phase.${phase}` as TextKey);
        const long = t('timeline.phaseDays', { phase: word, days: Math.round(to - from) });
        const text = long.length * LETTER < w - 4 ? long : word.length * LETTER < w - 4 ? word : '';
        return text !== '' && (selected || bar.kind === 'deploy') && <span key={phase} className="bar-phase" style={{ left: axis.x(from) - left, width: w }}>{text}</span>;
      })}
      <span className="bar-text" style={{ left: at, width: width - at }} data-on={at >= fullAt ? 'full' : 'part'}>
        <span className="bar-words"><LimitChip bar={bar} /><span className="bar-name">{room > whole.length * LETTER + 90 ? whole : name}</span></span>
      </span>
    </>
  );
}
