/** Ribbons: how the spread of outcomes runs over the days, right under the bars that move it. */
import { memo, useCallback, useMemo, useRef, useState, type PointerEvent, type ReactElement } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { bandLine, fanAt, fanExtent, fanPaths, sampledPaths } from '../charts/fan.ts';
import { extent, linePath } from '../charts/line.ts';
import { linearScale, niceDomain, niceTicks, within, type Scale } from '../charts/scale.ts';
import { SERIES, type PlanResult, type SeriesName } from '../study/results.ts';
import { dateText, dayText } from './format.ts';
import { Icon } from './icons.tsx';
import { isShare, isSum } from './ribbon-reading.ts';
import './menu.css';
import { SeriesTable } from './series-table.tsx';
import { rangeText, seriesText, tickText } from './series-text.ts';
import { useText } from './text.ts';
import { MARGIN_BEFORE, ribbonHeights, useAxis, useDayShown } from './timeline-axis.ts';
import { timelineView, useView } from './timeline-view.ts';
import { useCompared } from './use-compared.ts';
import { useSelect, useSession } from './use-session.ts';

/** Units of the vertical axis of a ribbon's drawing: it is stretched to its height. */
const TALL = 1000;
/** Room above and below the domain, so that lines on its edge are whole. */
const ROOM = 60;
/** Scenarios of more days than that have less than two pixels a day on most screens. */
const LONG = 360;
/** Sampled futures outside the 90 % band stretch the axis by at most this much of its height; beyond it they are cut. */
const STRAY = 0.25;

export interface RibbonsProps {
  readonly series: readonly SeriesName[];
  readonly height: number;
  /** Lines of days behind the ribbons, path data for the whole height. */
  readonly grid: { readonly major: string; readonly middle: string };
}

/** Moving a bar renders none of this; a new result does. */
export const Ribbons = memo(RibbonsView);

function RibbonsView({ series, height, grid }: RibbonsProps): ReactElement {
  const axis = useAxis();
  const t = useText();
  const session = useSession();
  const view = timelineView(session);
  const focus = useView(v => v.ribbon);
  const heights = ribbonHeights(series.length, height, focus);
  const selected = useSelect(state => state.selection.action);
  return (
    <div className="ribbons" role="group" aria-label={t('timeline.ribbons')} style={{ height }} data-selected={selected ?? undefined} onPointerLeave={() => { view.set({ ribbon: -1 }); }}>
      <svg className="timeline-grid" width={axis.width} height={height} aria-hidden="true"><path className="grid-middle" d={grid.middle} /><path className="grid-major" d={grid.major} /></svg>
      {series.map((name, i) => <Ribbon key={name} series={name} index={i} height={heights[i]!} />)}
      <PlayheadLine />
    </div>
  );
}

/** The line of the day shown, through the block it stands in. */
export function PlayheadLine(): ReactElement {
  const axis = useAxis();
  const line = useRef<HTMLDivElement>(null);
  useDayShown(useCallback((day: number) => { line.current?.style.setProperty('transform', `translateX(${axis.x(day)}px)`); }, [axis]));
  return <div className="playhead-line" ref={line} aria-hidden="true" />;
}

const Ribbon = memo(RibbonView);

function RibbonView({ series, index, height }: { readonly series: SeriesName; readonly index: number; readonly height: number }): ReactElement {
  const session = useSession();
  const axis = useAxis();
  const t = useText();
  const language = useSelect(state => state.language);
  const scenarioStart = useSelect(state => state.model?.scenario.start ?? '');
  const previewing = useSelect(state => state.preview !== null);
  const { result, other, letter, otherLetter } = useCompared();
  const view = timelineView(session);
  const value = useRef<HTMLSpanElement>(null);
  const dot = useRef<HTMLSpanElement>(null);
  const readout = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);

  const fresh = useMemo(() => (result === undefined ? undefined : seriesDomain(series, result, other)), [series, result, other]);
  const [held, setHeld] = useState(fresh);
  // While a bar moves the axis only grows, so that drafts can be compared by eye.
  const [from, to] = !previewing || held === undefined || fresh === undefined ? fresh ?? [0, 1] : [Math.min(held[0], fresh[0]), Math.max(held[1], fresh[1])];
  if (fresh !== undefined && (held === undefined || held[0] !== from || held[1] !== to)) setHeld([from, to]);

  const drawing = useMemo(() => {
    if (result === undefined) return undefined;
    const x = linearScale([0, 1], [0, 1]);
    // On long scenarios every other day is enough for faint lines and halves the work of a draft.
    const step = result.days > LONG ? 2 : 1;
    const scale = linearScale([from, to], [TALL - ROOM, ROOM]);
    // Whole units are finer than a pixel; short numbers are what makes a draft quick to draw.
    const y: Scale = Object.assign((value: number) => Math.round(scale(value)), { invert: scale.invert, domain: scale.domain, range: scale.range });
    return { y, fan: fanPaths(result.bands[series], x, y), samples: previewing ? '' : sampledPaths(result.paths.series[series], result.days, linearScale([0, 1], [0, step]), y, step), base: other === undefined ? '' : linePath(bandLine(other.bands[series], 2), x, y), ticks: niceTicks([from, to], 2) };
  }, [result, other, series, from, to, previewing]);

  useDayShown(useCallback((day: number) => {
    const at = Math.round(day);
    const median = result === undefined ? NaN : fanAt(result.bands[series], at)[2];
    if (value.current !== null) value.current.textContent = Number.isFinite(median) ? t(isSum(series) ? 'timeline.ribbon.by' : 'timeline.ribbon.on', { value: seriesText(series, median, language), day: dayText(at, language) }) : t('timeline.ribbon.loading');
    if (dot.current !== null) {
      dot.current.style.display = Number.isFinite(median) && drawing !== undefined ? '' : 'none';
      if (drawing !== undefined) dot.current.style.top = `${drawing.y(median) / TALL * 100}%`;
      dot.current.style.left = `${axis.x(at)}px`;
    }
  }, [axis, drawing, language, result, series, t]));

  const dayUnder = (event: PointerEvent): number => Math.round(within(axis.dayAt(event.clientX), 0, axis.days - 1));
  const read = (event: PointerEvent): void => {
    const box = readout.current;
    if (box === null || result === undefined || plot.current === null) return;
    const day = dayUnder(event);
    const [p5, p25, median, p75, p95] = fanAt(result.bands[series], day);
    const say = (v: number): string => seriesText(series, v, language);
    const base = other === undefined ? NaN : fanAt(other.bands[series], day)[2];
    box.replaceChildren(...[
      [`${dayText(day, language)} · ${dateText(scenarioStart, day, language)}`, ''],
      [t('timeline.ribbon.median'), say(median)], [t('timeline.ribbon.half'), rangeText(series, p25, p75, language)], [t('timeline.ribbon.most'), rangeText(series, p5, p95, language)],
      ...(Number.isFinite(base) ? [[otherLetter === '' ? t('timeline.ribbon.base') : otherLetter, say(base)]] : []),
    ].map(([label, text]) => {
      const row = document.createElement('span');
      const words = document.createElement('span');
      words.textContent = label!;
      const number = document.createElement('b');
      number.textContent = text!;
      row.append(words, number);
      return row;
    }));
    const x = axis.x(day);
    const scroller = plot.current.closest('.timeline-scroll');
    const seen = scroller === null ? axis.width : scroller.scrollLeft + scroller.clientWidth;
    box.style.left = x + 190 > seen - MARGIN_BEFORE ? `${x - 172}px` : `${x + 12}px`;
    box.dataset['shown'] = 'true';
  };
  const hide = (): void => { delete readout.current?.dataset['shown']; };

  const name = t(`timeline.series.${series}`);
  const last = result === undefined ? 0 : result.days - 1;
  const ends = result === undefined || drawing === undefined ? undefined : endLabels(drawing.y(fanAt(result.bands[series], last)[2]) / TALL, other === undefined ? NaN : drawing.y(fanAt(other.bands[series], other.days - 1)[2]) / TALL, height);
  const summary = result === undefined ? t('timeline.ribbon.loading') : t('timeline.ribbon.summary', {
    name, runs: result.runs, start: seriesText(series, fanAt(result.bands[series], 0)[2], language), first: dayText(0, language), end: seriesText(series, fanAt(result.bands[series], last)[2], language), last: dayText(last, language),
    low: seriesText(series, fanAt(result.bands[series], last)[0], language), high: seriesText(series, fanAt(result.bands[series], last)[4], language),
  });

  return (
    <div className="ribbon" style={{ height }} onPointerEnter={() => { view.set({ ribbon: index }); }} onFocus={() => { view.set({ ribbon: index }); }}>
      <div className="ribbon-label">
        <SeriesPicker series={series} index={index} />
        <span className="ribbon-value muted" ref={value} />
        {result !== undefined && <SeriesTable series={series} name={name} result={result} />}
        {drawing?.ticks.map(tick => <span key={tick} className="ribbon-tick" aria-hidden="true" data-edge={drawing.y(tick) < 2 * ROOM ? 'top' : drawing.y(tick) > TALL - 2 * ROOM ? 'bottom' : undefined} style={{ top: `${drawing.y(tick) / TALL * 100}%` }}>{tickText(series, tick, language)}</span>)}
      </div>
      <div
        className="ribbon-plot" ref={plot} style={{ width: axis.width }} role="img" aria-label={summary}
        onPointerDown={event => { if (event.button === 0) { event.currentTarget.setPointerCapture?.(event.pointerId); session.setDay(dayUnder(event)); } }}
        onPointerMove={event => { read(event); if (event.buttons === 1) session.setDay(dayUnder(event)); }} onPointerLeave={hide}
      >
        {drawing !== undefined && (
          <svg className="fan" style={{ left: MARGIN_BEFORE, width: axis.days * axis.pixelsPerDay }} viewBox={`0 0 ${axis.days} ${TALL}`} preserveAspectRatio="none" aria-hidden="true">
            {drawing.ticks.map(tick => <path key={tick} className="fan-grid" d={`M0 ${drawing.y(tick)}H${axis.days}`} />)}
            <path className="fan-wide" d={drawing.fan.wide} />
            <path className="fan-narrow" d={drawing.fan.narrow} />
            <path className="fan-edges" d={drawing.fan.edges} />
            {/* a draft moves too fast for single futures to be followed, and they are half the work of drawing it */}
            {!previewing && <path className="fan-samples" d={drawing.samples} />}
            <path className="fan-base" d={drawing.base} />
            <path className="fan-median" d={drawing.fan.median} />
          </svg>
        )}
        <span className="ribbon-dot" ref={dot} />
        {ends !== undefined && <span className="ribbon-end own" aria-hidden="true" style={{ left: axis.x(axis.days) + 5, top: ends[0] }}>{letter}</span>}
        {ends !== undefined && other !== undefined && <span className="ribbon-end" aria-hidden="true" style={{ left: axis.x(axis.days) + 5, top: ends[1] }}>{otherLetter === '' ? t('timeline.ribbon.base') : otherLetter}</span>}
        <div className="ribbon-readout" ref={readout} aria-hidden="true" />
      </div>
    </div>
  );
}

/** Domain of a ribbon: the 90 % band, sampled futures near it, and the median of the other plan, which is all that is drawn of it. */
function seriesDomain(series: SeriesName, result: PlanResult, other: PlanResult | undefined): readonly [number, number] {
  const [low, high] = fanExtent(result.bands[series]);
  const [otherLow, otherHigh] = other === undefined ? [low, high] : extent(bandLine(other.bands[series], 2));
  const samples = result.paths.series[series];
  const [sampleLow, sampleHigh] = extent({ values: samples, count: samples.length });
  const stray = (high - low) * STRAY;
  return niceDomain(Math.min(low, otherLow, Math.max(sampleLow, low - stray)), Math.max(high, otherHigh, Math.min(sampleHigh, high + stray)), 3, !isShare(series));
}

/** Tops of the two labels at the line ends, px, at least a line apart. */
export function endLabels(own: number, other: number, height: number): readonly [number, number] {
  const line = 14;
  const a = within(own * height, line / 2, height - line / 2);
  if (!Number.isFinite(other)) return [a, a];
  let b = within(other * height, line / 2, height - line / 2);
  if (Math.abs(a - b) >= line) return [a, b];
  b = other < own ? a - line : a + line;
  if (b < line / 2) return [line * 1.5, line / 2];
  return b > height - line / 2 ? [height - line * 1.5, height - line / 2] : [a, b];
}

const SeriesPicker = memo(SeriesPickerView);

function SeriesPickerView({ series, index }: { readonly series: SeriesName; readonly index: number }): ReactElement {
  const session = useSession();
  const t = useText();
  const name = t(`timeline.series.${series}`);
  const pick = (key: string): void => {
    const ribbons = [...session.get().ribbons];
    const chosen = key as SeriesName;
    const there = ribbons.indexOf(chosen);
    // A series that another ribbon shows changes places with this one.
    if (there >= 0) ribbons[there] = series;
    ribbons[index] = chosen;
    session.setRibbons(ribbons);
  };
  return (
    <MenuTrigger>
      <Button className="ribbon-picker" aria-label={t('timeline.ribbon.choose', { name })}><span className="clip">{name}</span><Icon name="chevron" size={12} /></Button>
      <Popover className="popover" placement="top start">
        <Menu className="menu" aria-label={t('timeline.ribbons')} selectionMode="single" selectedKeys={[series]} onAction={key => { pick(String(key)); }}>
          {SERIES.map(s => <MenuItem key={s.name} id={s.name} className="menu-item">{t(`timeline.series.${s.name}`)}</MenuItem>)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
