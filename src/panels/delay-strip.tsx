/** The delay strip: under the selected bar, on the same axis, every start day coloured by the outcome it would give. */
import { memo, useCallback, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { bracketPath, nearestStart, stripCells } from '../charts/strip.ts';
import { crossHatchPath, hatchPath } from '../charts/hatch.ts';
import { textIn, type Language } from '../scenario/localize.ts';
import type { DelayCurve, DelayPoint } from '../study/results.ts';
import type { BarMove } from './bar-move.ts';
import { dayText, outcomeText, shareText } from './format.ts';
import { useText, type TextKey } from './text.ts';
import { useAxis } from './timeline-axis.ts';
import type { Bar } from './timeline-bars.ts';
import { clause, longDate, type Words } from './timeline-text.ts';
import { useView } from './timeline-view.ts';
import { useSelect, useSession } from './use-session.ts';

/** Height of the cells and of the whole strip with its captions, px. */
export const CELLS = 12;
export const STRIP = 36;
const TOP = 2;
/** Width of a letter at 12 px, on the wide side. */
const LETTER = 6.3;

export interface Caption {
  readonly key: string;
  readonly text: string;
  /** Middle, left or right edge of the text, px. */
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Captions that fit beside each other between `from` and `to`; of two that would overlap the later in the list is left out. */
export function placeCaptions(captions: readonly Caption[], from: number, to: number): (Caption & { readonly left: number })[] {
  const placed: (Caption & { readonly left: number; readonly right: number })[] = [];
  for (const caption of captions) {
    const width = caption.text.length * LETTER;
    const wanted = caption.anchor === 'start' ? caption.x : caption.anchor === 'end' ? caption.x - width : caption.x - width / 2;
    const left = Math.max(from, Math.min(wanted, to - width));
    const right = left + width;
    // A caption that had to be pushed away from its mark would mislead.
    if (caption.anchor === 'end' && wanted < from) continue;
    if (placed.every(other => right + 10 <= other.left || left >= other.right + 10)) placed.push({ ...caption, left, right });
  }
  return placed;
}

/** A value of an outcome with its unit: shares as per cent. */
export function outcomeValue(curve: DelayCurve, value: number, language: Language): string {
  return curve.unit === 'share' || curve.outcome === 'massAtrocity' ? shareText(value, language) : outcomeText(value, language);
}

/** One sentence on a start day. */
function cellText(curve: DelayCurve, p: DelayPoint, scenarioStart: string, language: Language, t: Words): string {
  const day = dayText(p.start, language);
  if (!p.feasible) return t('timeline.strip.infeasible', { day, reason: clause(textIn(p.reason, language)) });
  return t('timeline.strip.cell', {
    day, date: longDate(scenarioStart, p.start, language), outcome: t(`timeline.outcome.${curve.outcome}` as TextKey),
    median: outcomeValue(curve, p.median, language), low: outcomeValue(curve, p.p5, language), high: outcomeValue(curve, p.p95, language), met: Math.round(p.met * 100),
  });
}

/** What darker means, for the label column. */
export function darkerText(curve: DelayCurve, t: Words): string {
  return t(curve.better === 'less' ? 'timeline.strip.darkerMore' : 'timeline.strip.darkerLess', { outcome: t(`timeline.outcome.${curve.outcome}` as TextKey) });
}

/** @param top top of the strip in its lane, px */
export function DelayStrip({ bar, top, move }: { readonly bar: Bar; readonly top: number; readonly move: BarMove }): ReactElement {
  const session = useSession();
  const axis = useAxis();
  const t = useText();
  const language = useSelect(state => state.language);
  const scenarioStart = useSelect(state => state.model?.scenario.start ?? '');
  const delay = useSelect(state => state.delay);
  const from = useView(view => (view.moved?.action === bar.id ? view.moved.from : null));
  const [cursor, setCursor] = useState(-1);
  const curve = delay?.action === bar.id ? delay.curve : null;

  const chosen = curve === null ? -1 : curve.points.findIndex(p => p === nearestStart(curve.points, bar.start));
  // The check knows the first feasible day exactly; the curve only its own steps.
  const tried = curve?.points.find(p => p.feasible)?.start ?? bar.earliest;
  const refused = curve?.points.findLast(p => !p.feasible && p.start < tried)?.start ?? -1;
  const first = bar.earliest > refused && bar.earliest < tried ? bar.earliest : tried;

  const choose = useCallback((i: number) => {
    const p = curve?.points[i];
    if (p === undefined) return;
    move.take(bar, 'start');
    move.toStart(p.start);
    move.drop();
  }, [bar, curve, move]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (curve === null || curve.points.length === 0) return;
    const now = cursor < 0 ? chosen : cursor;
    const end = curve.points.length - 1;
    const next = event.key === 'ArrowLeft' ? now - 1 : event.key === 'ArrowRight' ? now + 1 : event.key === 'Home' ? curve.points.findIndex(p => p.feasible) : event.key === 'End' ? end : undefined;
    if (next !== undefined) setCursor(Math.max(0, Math.min(end, next)));
    else if (event.key === 'Enter' || event.key === ' ') choose(now);
    else if (event.key === 'Escape') setCursor(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent): void => {
    if (curve === null) return;
    const point = nearestStart(curve.points, axis.dayAt(event.clientX));
    // A click between two starts takes the exact day; the strip only shows what was tried.
    if (point !== undefined) choose(curve.points.indexOf(point as DelayPoint));
    session.select({ action: bar.id });
  };

  const left = axis.x(0);
  const right = axis.x(axis.days);
  const edge = axis.x(Math.max(0, first));
  const reason = curve?.points.find(p => !p.feasible)?.reason ?? bar.earliestReason;
  const captions: Caption[] = [];
  if (curve !== null) {
    const [low, high] = curve.flatZone;
    if (curve.lastResponsibleDay !== null) captions.push({ key: 'last', text: t('timeline.strip.lastDay', { day: dayText(curve.lastResponsibleDay, language) }), x: axis.x(curve.lastResponsibleDay) - 4, anchor: 'start' });
    if (high > low) captions.push({ key: 'flat', text: t('timeline.strip.flat'), x: (axis.x(low) + axis.x(high)) / 2, anchor: 'middle' });
    if (from !== null && from !== bar.start) captions.push({ key: 'was', text: t('timeline.bar.was', { day: dayText(from, language) }), x: axis.x(from), anchor: 'middle' });
    if (first > 0 && textIn(reason, language) !== '') captions.push({ key: 'before', text: t('timeline.strip.before', { day: dayText(first, language), reason: clause(textIn(reason, language)) }), x: edge - 6, anchor: 'end' });
    if (first > 0 && textIn(reason, language) !== '') captions.push({ key: 'before', text: `< ${dayText(first, language)}`, x: edge - 6, anchor: 'end' });
    if (curve.lastResponsibleDay === null) captions.push({ key: 'none', text: t('timeline.strip.noLastDay'), x: right, anchor: 'end' });
  }
  const placed = placeCaptions(captions, 4, axis.width - 4).filter((caption, i, all) => all.findIndex(c => c.key === caption.key) === i);
  const shown = cursor < 0 ? chosen : cursor;
  const said = curve?.points[shown];
  const bottom = TOP + CELLS;

  return (
    <div className="strip" style={{ top, height: STRIP }}>
      <div
        className="strip-cells" role="slider" tabIndex={0} aria-label={t('timeline.strip.label', { name: textIn(bar.label, language) })} aria-orientation="horizontal"
        aria-valuemin={curve?.points[0]?.start ?? 0} aria-valuemax={curve?.points.at(-1)?.start ?? axis.days - 1} aria-valuenow={said?.start ?? bar.start}
        aria-valuetext={said === undefined || curve === null ? t('timeline.strip.waiting') : cellText(curve, said, scenarioStart, language, t)}
        title={said === undefined || curve === null ? undefined : cellText(curve, said, scenarioStart, language, t)}
        style={{ left, width: right - left }} onKeyDown={onKeyDown} onClick={onClick} onBlur={() => { setCursor(-1); }}
        onPointerMove={event => {
          if (curve === null) return;
          const point = nearestStart(curve.points, axis.dayAt(event.clientX));
          if (point !== undefined) event.currentTarget.title = cellText(curve, point as DelayPoint, scenarioStart, language, t);
        }}
      />
      <svg className="strip-picture" width={axis.width} height={STRIP} aria-hidden="true" data-running={delay?.running || undefined}>
        {curve === null ? <path className="strip-waiting" d={`M${left} ${TOP + 0.5}H${right}V${bottom - 0.5}H${left}Z`} /> : <CurvePicture curve={curve} first={first} />}
        {from !== null && from !== bar.start && <path className="strip-was" d={`M${axis.x(from)} ${TOP - 2}V${bottom + 5}`} />}
        <path className="strip-now" d={`M${axis.x(bar.start) - 4.5} ${TOP - 3}h9l-4.5 5.5z`} />
        {cursor >= 0 && said !== undefined && <rect className="strip-cursor" x={axis.x(said.start) - 1} y={TOP - 1} width={Math.max(3, axis.x(curve?.points[shown + 1]?.start ?? said.start + 1) - axis.x(said.start) + 1)} height={CELLS + 2} />}
      </svg>
      {placed.map(caption => <span key={caption.key} className="strip-caption" data-strong={caption.key === 'flat' || caption.key === 'last' || undefined} aria-hidden="true" style={{ left: caption.left, top: bottom + 5 }}>{caption.text}</span>)}
    </div>
  );
}

/** Cells and marks of a curve: they stay as they are while the bar moves over them. */
const CurvePicture = memo(CurvePictureView);

function CurvePictureView({ curve, first }: { readonly curve: DelayCurve; readonly first: number }): ReactElement {
  const axis = useAxis();
  const t = useText();
  const language = useSelect(state => state.language);
  const tolerances = useSelect(state => state.model?.scenario.tolerance);
  const cells = stripCells(curve.points, axis.x, curve.better, tolerances?.[curve.outcome] ?? 0);
  const [left, right, edge, bottom] = [axis.x(0), axis.x(axis.days), axis.x(Math.max(0, first)), TOP + CELLS];
  const [low, high] = curve.flatZone;
  return (
    <>
      {cells.map(cell => cell.shade >= 0 && <rect key={cell.start} className={`strip-cell shade-${cell.shade}`} x={cell.x} y={TOP} width={Math.max(0.5, Math.min(cell.width, right - cell.x) - 0.7)} height={CELLS} />)}
      {first > 0 && <path className="strip-hatch" d={hatchPath({ x: left, y: TOP, width: edge - left, height: CELLS }, 6)} />}
      {cells.map(cell => cell.shade < 0 && cell.start >= first && <path key={cell.start} className="strip-hatch" d={crossHatchPath({ x: cell.x, y: TOP, width: Math.min(cell.width, right - cell.x), height: CELLS }, 6)} />)}
      <path className="strip-frame" d={`M${left} ${TOP}H${right}V${bottom}H${left}Z`} />
      {first > 0 && <path className="strip-frame strong" d={`M${edge} ${TOP - 2}V${bottom + 3}`} />}
      {high > low && <path className="strip-bracket" d={bracketPath(axis.x(low), axis.x(high + 1), bottom + 2, 4)}><title>{t('timeline.strip.flatLong', { from: dayText(low, language), to: dayText(high, language) })}</title></path>}
      {curve.lastResponsibleDay !== null && <path className="strip-last" d={`M${axis.x(curve.lastResponsibleDay)} ${TOP - 2}V${bottom + 5}`} />}
    </>
  );
}
