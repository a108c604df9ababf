/** Ribbons: how the spread of outcomes runs over the days, right under the bars that move it. */
import { memo, useCallback, useMemo, useRef, type PointerEvent, type ReactElement } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { fanAt } from '../charts/fan.ts';
import { niceTicks, within } from '../charts/scale.ts';
import { SERIES, type SeriesName } from '../study/results.ts';
import { dateText, dayText } from './format.ts';
import { Icon } from './icons.tsx';
import { ribbonScale, ROOM, TALL } from './ribbon-drawing.ts';
import { LINES, useRibbonPainter, type RibbonParts } from './ribbon-painter.ts';
import './menu.css';
import { SeriesTable } from './series-table.tsx';
import { rangeText, seriesText, tickText } from './series-text.ts';
import { useText } from './text.ts';
import { MARGIN_BEFORE, ribbonHeights, useAxis, useDayShown } from './timeline-axis.ts';
import { timelineView, useView } from './timeline-view.ts';
import { useCompared } from './use-compared.ts';
import { Rested, useSelect, useSession } from './use-session.ts';

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
      <Rested>{series.map((name, i) => <Ribbon key={name} series={name} index={i} height={heights[i]!} />)}</Rested>
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
  const { result, other, letter, otherLetter } = useCompared();
  const view = timelineView(session);
  const readout = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const parts = useParts();
  const { svg, value, dot, ownEnd, otherEnd } = parts;
  const { domain, shown } = useRibbonPainter(series, height, parts);
  const y = domain === undefined ? undefined : ribbonScale(domain);
  const ticks = domain === undefined ? [] : niceTicks(domain, 2);

  const dayUnder = (event: PointerEvent): number => Math.round(within(axis.dayAt(event.clientX), 0, axis.days - 1));
  const read = (event: PointerEvent): void => {
    const box = readout.current;
    const { result, other } = shown.current;
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
        {y !== undefined && ticks.map(tick => <span key={tick} className="ribbon-tick" aria-hidden="true" data-edge={y(tick) < 2 * ROOM ? 'top' : y(tick) > TALL - 2 * ROOM ? 'bottom' : undefined} style={{ top: `${y(tick) / TALL * 100}%` }}>{tickText(series, tick, language)}</span>)}
      </div>
      <div
        className="ribbon-plot" ref={plot} style={{ width: axis.width }} role="img" aria-label={summary}
        onPointerDown={event => { if (event.button === 0) { event.currentTarget.setPointerCapture?.(event.pointerId); session.setDay(dayUnder(event)); } }}
        onPointerMove={event => { read(event); if (event.buttons === 1) session.setDay(dayUnder(event)); }} onPointerLeave={hide}
      >
        {y !== undefined && (
          <svg className="fan" ref={svg} style={{ left: MARGIN_BEFORE, width: axis.days * axis.pixelsPerDay }} viewBox={`0 0 ${axis.days} ${TALL}`} preserveAspectRatio="none" aria-hidden="true">
            {ticks.map(tick => <path key={tick} className="fan-grid" d={`M0 ${y(tick)}H${axis.days}`} />)}
            {LINES.map(name => <path key={name} className={name} />)}
          </svg>
        )}
        <span className="ribbon-dot" ref={dot} />
        {y !== undefined && <span className="ribbon-end own" ref={ownEnd} aria-hidden="true" style={{ left: axis.x(axis.days) + 5 }}>{letter}</span>}
        {y !== undefined && other !== undefined && <span className="ribbon-end" ref={otherEnd} aria-hidden="true" style={{ left: axis.x(axis.days) + 5 }}>{otherLetter === '' ? t('timeline.ribbon.base') : otherLetter}</span>}
        <div className="ribbon-readout" ref={readout} aria-hidden="true" />
      </div>
    </div>
  );
}

function useParts(): RibbonParts {
  const [svg, value, dot, ownEnd, otherEnd] = [useRef<SVGSVGElement>(null), useRef<HTMLSpanElement>(null), useRef<HTMLSpanElement>(null), useRef<HTMLSpanElement>(null), useRef<HTMLSpanElement>(null)];
  return useMemo(() => ({ svg, value, dot, ownEnd, otherEnd }), [svg, value, dot, ownEnd, otherEnd]);
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
