/** Two fans on one axis: how the spread of an outcome's series runs over the days with each plan. */
import { useMemo, type ReactElement } from 'react';
import { bandLine, fanAt, fanExtent, fanPaths } from '../charts/fan.ts';
import { linePath } from '../charts/line.ts';
import { linearScale, niceDomain, niceTicks } from '../charts/scale.ts';
import { planDash } from '../charts/tokens.ts';
import { seriesOf } from '../session/compare-reading.ts';
import type { PlanResult, SeriesName } from '../study/results.ts';
import { dayText } from './format.ts';
import { NumbersButton } from './numbers-button.tsx';
import { isShare } from './ribbon-reading.ts';
import { rangeText, seriesText, tickText } from './series-text.ts';
import { useText } from './text.ts';
import { endLabels } from './ribbon-drawing.ts';
import { planVariable } from './timeline-text.ts';
import type { Pair, PlanSide } from './use-pair.ts';
import { useSelect } from './use-session.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 214;
const LEFT = 48;
const RIGHT = 26;
const FOOT = 20;
const TOP = 8;
/** Days between rows of the table. */
const STEP = 30;

/** Dash pattern of a plan's median: colour is never the only cue. */
export const dashOf = (side: PlanSide): string => planDash(side.plan.letter ?? '');

export function CompareOverTime({ pair }: { readonly pair: Pair }): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const series = seriesOf(useSelect(state => state.compare.outcome));
  const [box, width] = useWidth<HTMLDivElement>(420);
  const { a, b } = pair;
  const name = t('compare.overTime', { series: t(`timeline.series.${series}`).toLocaleLowerCase(language) });
  const rows = (): string[][] => {
    const [mine, theirs] = [a.result, b.result];
    if (mine === undefined || theirs === undefined) return [];
    const days = [...Array.from({ length: Math.ceil(mine.days / STEP) }, (_, i) => i * STEP), mine.days - 1].filter((day, i, all) => all.indexOf(day) === i);
    return days.map(day => [dayText(day, language), ...[mine, theirs].flatMap(result => { const [p5, , median, , p95] = fanAt(result.bands[series], day); return [seriesText(series, median, language), rangeText(series, p5, p95, language)]; })]);
  };
  return (
    <section className="compare-panel" aria-label={name}>
      <header><h3><span className="panel-number">2</span>{name}</h3>{a.result !== undefined && b.result !== undefined && <NumbersButton name={name} head={[t('compare.day'), a.name, t('compare.range'), b.name, t('compare.range')]} rows={rows} />}</header>
      <p className="muted">{t('compare.overTimeHint')}</p>
      <div ref={box} className="compare-room">{a.result !== undefined && b.result !== undefined && <Fans series={series} a={a} b={b} mine={a.result} theirs={b.result} width={width} />}</div>
    </section>
  );
}

interface FansProps {
  readonly series: SeriesName;
  readonly a: PlanSide;
  readonly b: PlanSide;
  readonly mine: PlanResult;
  readonly theirs: PlanResult;
  readonly width: number;
}

function Fans({ series, a, b, mine, theirs, width }: FansProps): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const { days } = mine;
  const drawing = useMemo(() => {
    const [low, high] = fanExtent(mine.bands[series]);
    const [otherLow, otherHigh] = fanExtent(theirs.bands[series]);
    const domain = niceDomain(Math.min(low, otherLow), Math.max(high, otherHigh), 4, !isShare(series));
    const x = linearScale([0, days - 1], [LEFT, width - RIGHT]);
    const y = linearScale(domain, [HEIGHT - FOOT, TOP]);
    return { x, y, ticks: niceTicks(domain, 4), mine: fanPaths(mine.bands[series], x, y), theirs: fanPaths(theirs.bands[series], x, y), base: linePath(bandLine(theirs.bands[series], 2), x, y) };
  }, [series, mine, theirs, days, width]);
  const { x, y, ticks } = drawing;
  const last = days - 1;
  const [own, other] = [fanAt(mine.bands[series], last)[2], fanAt(theirs.bands[series], last)[2]];
  const [top, otherTop] = endLabels(y(own) / HEIGHT, y(other) / HEIGHT, HEIGHT);
  const dayTicks = Array.from({ length: Math.floor(last / 90) + 1 }, (_, i) => i * 90);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={t('compare.overTimeSummary', { series: t(`timeline.series.${series}`), a: a.name, b: b.name, mine: seriesText(series, own, language), theirs: seriesText(series, other, language) })}>
      {ticks.map(tick => <g key={tick}><path className="fan-grid" d={`M${LEFT} ${y(tick)}H${width - RIGHT}`} /><text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">{tickText(series, tick, language)}</text></g>)}
      <g style={{ '--c': planVariable(a.plan.letter) } as React.CSSProperties}><path className="fan-wide" d={drawing.mine.wide} /><path className="fan-narrow" d={drawing.mine.narrow} /></g>
      {/* the other plan's bands are outlines: two fills over each other turn grey */}
      <g style={{ '--c': planVariable(b.plan.letter) } as React.CSSProperties}><path className="compare-outline wide" d={drawing.theirs.wide} /><path className="compare-outline" d={drawing.theirs.narrow} /></g>
      {[{ side: b, fan: drawing.theirs }, { side: a, fan: drawing.mine }].map(({ side, fan }) => <path key={side.plan.id} className="fan-median" style={{ '--c': planVariable(side.plan.letter), strokeDasharray: dashOf(side) } as React.CSSProperties} d={fan.median} />)}
      <path className="compare-axis" d={`M${LEFT} ${HEIGHT - FOOT + 0.5}H${width - RIGHT}${dayTicks.map(day => `M${x(day)} ${HEIGHT - FOOT}v4`).join('')}`} />
      {dayTicks.map(day => <text key={day} x={x(day)} y={HEIGHT - 4} textAnchor={day === 0 ? 'start' : 'middle'}>{dayText(day, language)}</text>)}
      <text className="compare-end" x={width - RIGHT + 5} y={top + 4} style={{ fill: planVariable(a.plan.letter) }}>{shortName(a)}</text>
      <text className="compare-end" x={width - RIGHT + 5} y={otherTop + 4} style={{ fill: planVariable(b.plan.letter) }}>{shortName(b)}</text>
    </svg>
  );
}

/** A letter at the end of a line; plans without one are marked by a zero. */
const shortName = (side: PlanSide): string => (side.plan.letter === undefined || side.plan.letter === '' ? '0' : side.plan.letter);
