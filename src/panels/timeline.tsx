/** The time line: five lanes and the chosen ribbons on one day axis, with one playhead through all of them. */
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement, type ReactNode } from 'react';
import { dayTicks, gridPath, tickPath, type DayTick } from '../charts/axis.ts';
import { elbowPath } from '../charts/bars.ts';
import { hatchPath } from '../charts/hatch.ts';
import { within } from '../charts/scale.ts';
import { activePlanOf } from '../session/simulations.ts';
import { BarMove } from './bar-move.ts';
import { STRIP } from './delay-strip.tsx';
import { dateText, dayDateText, dayText } from './format.ts';
import { Icon } from './icons.tsx';
import { Lane } from './lane.tsx';
import { ReadingText, RibbonReadings } from './ribbon-readings.tsx';
import { PlayheadLine, Ribbons } from './ribbons.tsx';
import { useText } from './text.ts';
import './timeline.css';
import { AxisContext, dayAxis, MARGIN_AFTER, MARGIN_BEFORE, NARROW, useAxis, useDayShown, useMedia, useSize } from './timeline-axis.ts';
import { barOrder, barTracks, eventDays, fixedDay, LANES, planBars, placeLanes, referenceOf, type PlacedLane } from './timeline-bars.ts';
import { longDate, planVariable } from './timeline-text.ts';
import { pixelsPerDay, timelineView, useView, ZOOM_STEP } from './timeline-view.ts';
import { Rested, useRestedSelect, useSelect, useSession } from './use-session.ts';

const LABELS = 168;
const LABELS_NARROW = 132;
const RULER = 26;
const ROW = 26;
/** Rows where lanes would not fit otherwise; still as high as a pointer needs. */
const ROW_TIGHT = 24;
/** Rows a finger can hit. */
const ROW_TOUCH = 44;
const RIBBON_LEAST = 80;
const MORE_LANES = 44;
/** Line above the ribbon of a narrow screen, with its reading. */
const RIBBON_HEAD = 26;

export interface TimelineProps {
  /** What stands at the right of the lanes, above the readings; without it (and on narrow screens) there is no such column. */
  readonly aside?: ReactNode;
  /** Enter or a double click on a bar. */
  readonly onEdit?: (id: string) => void;
}

export function Timeline({ aside, onEdit }: TimelineProps): ReactElement | null {
  const model = useSelect(state => state.model);
  return model === null ? null : <OpenTimeline aside={aside} onEdit={onEdit} />;
}

function OpenTimeline({ aside, onEdit }: TimelineProps): ReactElement {
  const session = useSession();
  const t = useText();
  const narrow = useMedia(NARROW);
  const coarse = useMedia('(pointer: coarse)');
  const language = useSelect(state => state.language);
  const scenario = useSelect(state => state.model!.scenario);
  const plan = useSelect(activePlanOf);
  const preview = useSelect(state => state.preview?.plan);
  const check = useSelect(state => state.checks[state.document.activePlan]);
  // stages follow when the pointer rests: a bar in hand takes those it has along
  const result = useRestedSelect(state => state.results[state.document.activePlan]);
  const selected = useSelect(state => state.selection.action);
  const series = useSelect(state => state.ribbons);
  const zoom = useView(view => view.zoom);
  const allLanes = useView(view => view.allLanes);
  const [scroller, width, height] = useSize<HTMLDivElement>([1040, 454]);
  const [content, setContent] = useState<HTMLDivElement | null>(null);
  const move = useMemo(() => new BarMove(session), [session]);

  const labels = narrow ? LABELS_NARROW : LABELS;
  const fit = Math.max(0.2, (width - labels - MARGIN_BEFORE - MARGIN_AFTER) / scenario.days);
  const px = pixelsPerDay(fit, zoom);
  const axis = useMemo(() => dayAxis(scenario.days, px, content), [scenario.days, px, content]);

  const bars = useMemo(() => (plan === undefined ? [] : planBars(preview ?? plan, scenario, check, result)), [plan, preview, scenario, check, result]);
  // Tracks and snapping days follow the plan as it stands, so that nothing jumps while a bar is in hand.
  const standing = useMemo(() => (plan === undefined ? [] : planBars(plan, scenario, check, undefined)), [plan, scenario, check]);
  const tracks = useMemo(() => barTracks(standing, px), [standing, px]);
  const snapDays = useMemo(() => [...eventDays(standing, scenario.days), ...scenario.events.flatMap(event => fixedDay(event.date, scenario.start) ?? [])], [standing, scenario]);
  const rows = useMemo(() => LANES.reduce((sum, name) => sum + Math.max(1, ...standing.filter(bar => bar.lane === name).map(bar => (tracks.get(bar.id) ?? 0) + 1)), 0), [standing, tracks]);
  const row = narrow || coarse ? ROW_TOUCH : rows * ROW + STRIP > height - RULER - RIBBON_LEAST * series.length ? ROW_TIGHT : ROW;
  const home = bars.find(bar => bar.id === selected)?.lane ?? bars[0]?.lane ?? 'deployments';
  const shownLanes = useMemo(() => (narrow && !allLanes ? [home] : LANES), [narrow, allLanes, home]);
  const lanes = useMemo(() => placeLanes(bars, tracks, selected, shownLanes, { row, strip: STRIP }), [bars, tracks, selected, shownLanes, row]);
  const order = useMemo(() => barOrder(lanes), [lanes]);
  const tabStop = selected !== null && order.includes(selected) ? selected : order[0] ?? null;

  const lanesHeight = lanes.reduce((sum, lane) => sum + lane.height, 0) + (narrow ? MORE_LANES : 0);
  const shownSeries = useMemo(() => (narrow ? series.slice(0, 1) : series), [narrow, series]);
  const room = height - RULER;
  const ribbonsHeight = Math.round(Math.max(room - lanesHeight, narrow ? Math.min(106, room * 0.45) : Math.min(RIBBON_LEAST * shownSeries.length, Math.max(room - 150, room * 0.5))));
  const ticks = useMemo(() => dayTicks(0, scenario.days, px, language === 'fr' ? 104 : 96), [scenario.days, px, language]);
  const grid = useMemo(() => (top: number, bottom: number) => {
    const shifted = (rank: DayTick['rank']): string => gridPath(ticks.map(tick => ({ ...tick, day: axis.x(tick.day) })), rank, 1, top, bottom);
    return { major: shifted('major'), middle: shifted('middle') };
  }, [ticks, axis]);
  const ribbonGrid = useMemo(() => grid(0, 600), [grid]);

  useZoomWheel(scroller, axis, labels);
  useFollowPlayhead(scroller, axis, labels);

  const onStep = useCallback((id: string, step: 1 | -1) => {
    const next = order[order.indexOf(id) + step];
    if (next !== undefined) document.getElementById(`bar-${next}`)?.focus();
  }, [order]);

  useEffect(() => {
    if (selected !== null) document.getElementById(`bar-${selected}`)?.parentElement?.parentElement?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [selected]);

  const chosen = bars.find(bar => bar.id === selected);
  const letter = plan?.letter ?? '';
  const style = { '--c': planVariable(letter), '--labels': `${labels}px`, '--axis': `${axis.width}px`, '--ruler': `${RULER}px`, '--ribbons': `${ribbonsHeight}px` } as React.CSSProperties;
  const wide = !narrow && aside !== undefined;
  return (
    <section className="timeline" aria-label={t('timeline.name')} style={style} data-narrow={narrow || undefined} data-wide={wide || undefined} data-coarse={narrow || coarse || undefined}>
      <AxisContext value={axis}>
        <span id="timeline-bar-help" className="unseen">{t('timeline.bar.help')}</span>
        <div className="timeline-scroll" ref={scroller}>
          <div className="timeline-content">
            <div className="timeline-ruler">
              <div className="timeline-corner"><span>{t('timeline.lanes')}</span><span className="muted">{t('timeline.plan', { letter })}</span></div>
              <Ruler ticks={ticks} setContent={setContent} />
            </div>
            <div className="lanes" style={{ minHeight: Math.max(0, room - ribbonsHeight) }}>
              <Ground grid={grid} height={Math.max(lanesHeight, room - ribbonsHeight)} />
              {chosen !== undefined && <Elbows lanes={lanes} selected={chosen.id} row={row} height={lanesHeight} />}
              {lanes.map(lane => <Lane key={lane.name} lane={lane} row={row} selected={selected} tabStop={tabStop} move={move} events={snapDays} onStep={onStep} onEdit={onEdit} />)}
              {narrow && <MoreLanes count={LANES.length - 1} open={allLanes} />}
              {bars.length === 0 && <p className="timeline-empty muted">{t('timeline.empty')}</p>}
              {chosen !== undefined && <div className="start-guide" aria-hidden="true" style={{ left: labels + axis.x(chosen.start) }} />}
              <div className="lanes-playhead" style={{ left: labels }}><PlayheadLine /></div>
            </div>
            {lanesHeight > room - ribbonsHeight && <div className="lanes-more" aria-hidden="true" />}
            <div className="timeline-ribbons">
              {narrow && shownSeries[0] !== undefined && <div className="ribbon-head"><ReadingText series={shownSeries[0]} /></div>}
              <Ribbons series={shownSeries} height={ribbonsHeight - (narrow ? RIBBON_HEAD : 0)} grid={ribbonGrid} />
              {chosen !== undefined && <div className="start-guide" aria-hidden="true" style={{ left: labels + axis.x(chosen.start) }} />}
            </div>
          </div>
        </div>
        {wide && (
          <div className="timeline-side">
            <div className="timeline-aside"><Rested>{aside}</Rested></div>
            <RibbonReadings series={shownSeries} height={ribbonsHeight} />
          </div>
        )}
      </AxisContext>
    </section>
  );
}

/** Days with names, ticks, and the flag of the playhead, which is a slider. Pressing or dragging anywhere on it sets the day. */
const Ruler = memo(RulerView);

/** Half the width of the playhead’s flag, and the width of a day’s name with its date, px. */
const FLAG_HALF = 30;
const NAME_WIDTH = 98;

/** Hides the names of days that the flag at `x` would cut in two. */
function clearUnder(flag: HTMLElement, x: number): void {
  for (const name of flag.parentElement?.querySelectorAll<HTMLElement>('.ruler-day') ?? []) {
    const left = Number.parseFloat(name.style.left);
    const isCut = x + FLAG_HALF > left && x - FLAG_HALF < left + NAME_WIDTH;
    const visibility = isCut ? 'hidden' : '';
    if (name.style.visibility !== visibility) name.style.visibility = visibility;
  }
}

function RulerView({ ticks, setContent }: { readonly ticks: readonly DayTick[]; readonly setContent: (element: HTMLDivElement | null) => void }): ReactElement {
  const session = useSession();
  const axis = useAxis();
  const t = useText();
  const language = useSelect(state => state.language);
  const start = useSelect(state => state.model?.scenario.start ?? '');
  const flag = useRef<HTMLDivElement>(null);
  useDayShown(useCallback((day: number) => {
    const element = flag.current;
    if (element === null) return;
    const whole = Math.round(day);
    element.style.transform = `translateX(${axis.x(day)}px) translateX(-50%)`;
    element.textContent = dayText(whole, language);
    element.setAttribute('aria-valuenow', String(whole));
    element.setAttribute('aria-valuetext', `${dayText(whole, language)}, ${longDate(start, whole, language)}`);
    clearUnder(element, axis.x(day));
  }, [axis, language, start]));
  const go = (event: PointerEvent): void => { session.setDay(within(Math.round(axis.dayAt(event.clientX)), 0, axis.days - 1)); };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { day } = session.get();
    const to = event.key === 'ArrowLeft' ? day - (event.shiftKey ? 7 : 1) : event.key === 'ArrowRight' ? day + (event.shiftKey ? 7 : 1) : event.key === 'PageUp' ? day - 30 : event.key === 'PageDown' ? day + 30 : event.key === 'Home' ? 0 : event.key === 'End' ? axis.days - 1 : undefined;
    if (to === undefined) return;
    event.preventDefault();
    session.setDay(within(Math.round(to), 0, axis.days - 1));
  };
  const named = ticks.filter(tick => tick.rank === 'major');
  return (
    <div className="ruler" ref={setContent} style={{ width: axis.width }} onPointerDown={event => { if (event.button === 0) { event.currentTarget.setPointerCapture?.(event.pointerId); go(event); } }} onPointerMove={event => { if (event.buttons === 1) go(event); }}>
      <svg width={axis.width} height={RULER} aria-hidden="true"><path className="ruler-ticks" d={tickPath(ticks.map(tick => ({ ...tick, day: axis.x(tick.day) })), 1, RULER, { major: RULER, middle: 7, minor: 4 })} /></svg>
      {named.map(({ day }) => <span key={day} className="ruler-day" aria-hidden="true" style={{ left: axis.x(day) + 5 }} data-zero={day === 0 || undefined}>{axis.x(day) + 90 < axis.width ? dayDateText(start, day, language) : dayText(day, language)}</span>)}
      <div className="playhead-flag" ref={flag} role="slider" tabIndex={0} aria-label={t('timeline.playhead')} aria-valuemin={0} aria-valuemax={axis.days - 1} aria-valuenow={0} aria-orientation="horizontal" title={dateText(start, session.get().day, language)} onKeyDown={onKeyDown} />
    </div>
  );
}

/** Lines of days behind the lanes, and the hatched time outside the scenario. */
const Ground = memo(GroundView);

function GroundView({ grid, height }: { readonly grid: (top: number, bottom: number) => { readonly major: string; readonly middle: string }; readonly height: number }): ReactElement {
  const axis = useAxis();
  const lines = useMemo(() => grid(0, height), [grid, height]);
  const outside = useMemo(() => hatchPath({ x: 0, y: 0, width: axis.x(0), height }, 9) + hatchPath({ x: axis.x(axis.days), y: 0, width: axis.width - axis.x(axis.days), height }, 9), [axis, height]);
  return (
    <svg className="timeline-grid" width={axis.width} height={height} aria-hidden="true">
      <path className="grid-outside" d={outside} />
      <path className="grid-middle" d={lines.middle} />
      <path className="grid-major" d={lines.major} />
    </svg>
  );
}

/** Arrows from what the selected action waits on to it, and from it to what waits on it. */
function Elbows({ lanes, selected, row, height }: { readonly lanes: readonly PlacedLane[]; readonly selected: string; readonly row: number; readonly height: number }): ReactElement | null {
  const axis = useAxis();
  const plan = useSelect(state => state.preview?.plan ?? activePlanOf(state));
  const places = useMemo(() => new Map(lanes.flatMap(lane => lane.bars.map(({ bar, top }) => [bar.id, { bar, y: lane.top + top + row / 2 }] as const))), [lanes, row]);
  const path = (plan?.actions ?? []).map(action => {
    const reference = referenceOf(action);
    if (reference === undefined || (action.id !== selected && reference !== selected)) return '';
    const to = places.get(action.id);
    const from = places.get(reference);
    if (to === undefined || from === undefined || typeof action.start !== 'object') return '';
    const event = within(to.bar.start - action.start.days, from.bar.start, Math.max(from.bar.start, from.bar.end));
    const down = to.y > from.y ? 1 : -1;
    return elbowPath([axis.x(event), from.y + down * (row / 2 - 3)], [axis.x(to.bar.start) - 1, to.y]);
  }).join('');
  return path === '' ? null : <svg className="elbows" width={axis.width} height={height} aria-hidden="true"><path className="elbow-halo" d={path} /><path className="elbow" d={path} /></svg>;
}

function MoreLanes({ count, open }: { readonly count: number; readonly open: boolean }): ReactElement {
  const view = timelineView(useSession());
  const t = useText();
  return <button type="button" className="more-lanes" aria-expanded={open} onClick={() => { view.set({ allLanes: !open }); }}><Icon name={open ? 'chevron' : 'forward'} size={14} />{open ? t('timeline.fewerLanes') : t('timeline.moreLanes', { count })}</button>;
}

/** Ctrl and the wheel zoom around the day under the pointer; the zoom buttons around the day shown, or the middle. */
function useZoomWheel(scroller: React.RefObject<HTMLDivElement | null>, axis: ReturnType<typeof dayAxis>, labels: number): void {
  const session = useSession();
  const view = timelineView(session);
  const anchor = useRef<{ day: number; offset: number } | null>(null);
  const last = useRef(axis.pixelsPerDay);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const day = axis.dayAt(event.clientX);
      anchor.current = { day, offset: event.clientX - element.getBoundingClientRect().left - labels };
      view.set({ zoom: within(view.get().zoom - Math.sign(event.deltaY) * ZOOM_STEP / 2, 0, 1) });
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => { element.removeEventListener('wheel', wheel); };
  }, [axis, labels, scroller, view]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || last.current === axis.pixelsPerDay) return;
    const seen = element.clientWidth - labels;
    const old = last.current;
    last.current = axis.pixelsPerDay;
    const { day } = session.get();
    const dayOffset = MARGIN_BEFORE + day * old - element.scrollLeft;
    const middle = { day: (element.scrollLeft + seen / 2 - MARGIN_BEFORE) / old, offset: seen / 2 };
    const kept = anchor.current ?? (dayOffset >= 0 && dayOffset <= seen ? { day, offset: dayOffset } : middle);
    anchor.current = null;
    element.scrollTo({ left: axis.x(kept.day) - kept.offset });
  }, [axis, labels, scroller, session]);
}

/** Keeps the playhead in view while it plays. */
function useFollowPlayhead(scroller: React.RefObject<HTMLDivElement | null>, axis: ReturnType<typeof dayAxis>, labels: number): void {
  const session = useSession();
  useDayShown(useCallback((day: number) => {
    const element = scroller.current;
    if (element === null || !session.get().playing) return;
    const x = axis.x(day);
    const seen = element.clientWidth - labels;
    if (x < element.scrollLeft || x > element.scrollLeft + seen - 24) element.scrollTo({ left: x - 24 });
  }, [axis, labels, scroller, session]));
}
