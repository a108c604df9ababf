/** Cost of delay: the outcome against the start day of one action, with the target, the flat zone and the last responsible day. */
import { useMemo, type ReactElement } from 'react';
import { crossHatchPath } from '../charts/hatch.ts';
import { areaPath, linePath } from '../charts/line.ts';
import { linearScale, niceDomain, niceTicks } from '../charts/scale.ts';
import { bracketPath } from '../charts/strip.ts';
import { textIn } from '../scenario/localize.ts';
import { outcomeNumber } from '../session/status.ts';
import { OUTCOME_WORDS } from '../session/words.ts';
import type { DelayCurve } from '../study/results.ts';
import { axisText, dayText, moneyText, shareText } from './format.ts';
import { NumbersButton } from './numbers-button.tsx';
import { useText } from './text.ts';
import { planVariable } from './timeline-text.ts';
import type { Pair } from './use-pair.ts';
import { useSelect, useSession } from './use-session.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 214;
const LEFT = 52;
const RIGHT = 12;
const FOOT = 34;
const TOP = 18;

export function CompareDelay({ pair }: { readonly pair: Pair }): ReactElement {
  const t = useText();
  const session = useSession();
  const language = useSelect(state => state.language);
  const selected = useSelect(state => state.selection.action);
  const delay = useSelect(state => state.delay);
  const checks = useSelect(state => state.checks[pair.a.plan.id]);
  const [box, width] = useWidth<HTMLDivElement>(420);
  const { a } = pair;
  const labelOf = (id: string): string => { const found = checks?.actions.find(action => action.id === id); return found === undefined ? id : textIn(found.label, language); };
  const curve = delay !== null && delay.action === selected ? delay.curve : null;
  const words = curve === null ? '' : OUTCOME_WORDS[curve.outcome][language];
  const name = `${t('compare.delay')} ${selected === null ? '' : labelOf(selected)}`;
  const number = (value: number): string => outcomeNumber(curve?.outcome ?? 'peakDisplaced', value, language);
  const rows = (): string[][] => (curve?.points ?? []).map(point => [dayText(point.start, language), ...(point.feasible ? [number(point.median), `${number(point.p5)} – ${number(point.p95)}`, shareText(point.met, language)] : [t('compare.cannot'), '', ''])]);
  return (
    <section className="compare-panel" aria-label={name}>
      <header>
        <h3><span className="panel-number">3</span>{t('compare.delay')}</h3>
        {a.plan.actions.length > 0 && (
          <select className="input compare-pick" aria-label={t('compare.delayAction')} value={selected ?? ''} onChange={event => { session.select({ action: event.target.value }); }}>
            {selected === null && <option value="" />}
            {a.plan.actions.map(action => <option key={action.id} value={action.id}>{labelOf(action.id)}</option>)}
          </select>
        )}
        {curve !== null && <NumbersButton name={name} head={[t('compare.start'), words, t('compare.range'), t('compare.metShare')]} rows={rows} />}
      </header>
      <p className="muted" role="status">{a.plan.actions.length === 0 ? t('compare.delayNone') : curve === null ? t('compare.delayWaiting') : t('compare.delayHint', { outcome: words.charAt(0).toLocaleUpperCase(language) + words.slice(1), a: a.name })}</p>
      <div ref={box} className="compare-room">{curve !== null && curve.points.length > 1 && <Curve curve={curve} name={selected === null ? '' : labelOf(selected)} width={width} letter={a.plan.letter} present={checks?.actions.find(action => action.id === selected)?.startDay ?? null} />}</div>
    </section>
  );
}

interface CurveProps {
  readonly curve: DelayCurve;
  readonly name: string;
  readonly width: number;
  readonly letter: string | undefined;
  /** Start day of the action as the plan has it. */
  readonly present: number | null;
}

function Curve({ curve, name, width, letter, present }: CurveProps): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const { points, outcome, target, lastResponsibleDay, flatZone } = curve;
  const drawing = useMemo(() => {
    const shown = points.filter(point => point.feasible);
    const first = points[0]!.start;
    const last = points.at(-1)!.start;
    const values = shown.length === 0 ? points : shown;
    const domain = niceDomain(Math.min(...values.map(p => p.p5), Number.isFinite(target) ? target : Infinity), Math.max(...values.map(p => p.p95), Number.isFinite(target) ? target : -Infinity), 4, false);
    const days = linearScale([first, last], [LEFT, width - RIGHT]);
    const y = linearScale(domain, [HEIGHT - FOOT, TOP]);
    const x = Object.assign((i: number) => days(shown[i]!.start), { invert: days.invert, domain: days.domain, range: days.range });
    const line = (pick: (point: (typeof shown)[number]) => number) => ({ values: shown.map(pick), count: shown.length });
    return { days, y, ticks: niceTicks(domain, 4), wide: areaPath(line(p => p.p5), line(p => p.p95), x, y), narrow: areaPath(line(p => p.p25), line(p => p.p75), x, y), median: linePath(line(p => p.median), x, y), first, last };
  }, [points, target, width]);
  const { days, y, ticks, first, last } = drawing;
  const base = HEIGHT - FOOT;
  const barred = points.map((point, i) => ({ point, to: points[i + 1]?.start ?? last })).filter(({ point }) => !point.feasible);
  const dayTicks = Array.from({ length: Math.floor((last - first) / 90) + 1 }, (_, i) => first + i * 90);
  const at = present !== null && present >= first && present <= last ? points.find(point => point.start === present) : undefined;
  const lastText = lastResponsibleDay === null ? t('compare.delayNoLast') : t('compare.delayLast', { day: dayText(lastResponsibleDay, language) });
  const tickLabel = (tick: number): string => (outcome === 'cost' ? moneyText(tick, language) : curve.unit === 'share' ? shareText(tick, language) : axisText(tick, language));
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={t('compare.delaySummary', { outcome: OUTCOME_WORDS[outcome][language], name, from: dayText(first, language), to: dayText(last, language), last: lastText })}>
      {ticks.map(tick => <g key={tick}><path className="fan-grid" d={`M${LEFT} ${y(tick)}H${width - RIGHT}`} /><text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">{tickLabel(tick)}</text></g>)}
      <g style={{ '--c': 'var(--text)' } as React.CSSProperties}><path className="fan-wide" d={drawing.wide} /><path className="fan-narrow" d={drawing.narrow} /><path className="compare-curve" d={drawing.median} /></g>
      {barred.map(({ point, to }) => <path key={point.start} className="strip-hatch" d={crossHatchPath({ x: days(point.start), y: TOP, width: Math.max(2, days(to) - days(point.start)), height: base - TOP }, 8)} />)}
      {Number.isFinite(target) && <g><path className="compare-target" d={`M${LEFT} ${y(target)}H${width - RIGHT}`} /><text className="compare-halo" x={width - RIGHT - 4} y={y(target) - 5} textAnchor="end">{t('compare.target', { value: outcomeNumber(outcome, target, language) })}</text></g>}
      {lastResponsibleDay !== null && <g><path className="compare-zero" d={`M${days(lastResponsibleDay)} ${TOP - 4}V${base}`} /><text className="compare-side" x={days(lastResponsibleDay)} y={11} textAnchor={days(lastResponsibleDay) > width / 2 ? 'end' : 'start'}>{t('compare.last', { day: dayText(lastResponsibleDay, language) })}</text></g>}
      {at !== undefined && <g><circle className="compare-mark" cx={days(at.start)} cy={y(at.median)} r={9} fill={planVariable(letter)} /><text className="compare-mark-letter" x={days(at.start)} y={y(at.median) + 4} textAnchor="middle">{letter === undefined || letter === '' ? '0' : letter}</text></g>}
      <path className="compare-axis" d={`M${LEFT} ${base + 0.5}H${width - RIGHT}${dayTicks.map(day => `M${days(day)} ${base}v4`).join('')}`} />
      {dayTicks.map((day, i) => <text key={day} x={days(day)} y={base + 16} textAnchor={i === 0 ? 'start' : 'middle'}>{dayText(day, language)}</text>)}
      {flatZone[1] > flatZone[0] && <g><path className="strip-bracket" d={bracketPath(days(flatZone[0]), days(flatZone[1]), base + 20, 4)} /><text x={Math.min(width - RIGHT - 110, Math.max(LEFT, days(flatZone[0])))} y={HEIGHT - 1}>{t('compare.flat', { from: dayText(flatZone[0], language), to: dayText(flatZone[1], language) })}</text></g>}
    </svg>
  );
}
