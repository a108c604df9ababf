/** Paired difference: fifty dots, each two futures in a hundred, left and right of no difference. */
import { useMemo, type ReactElement } from 'react';
import { dotPlot } from '../charts/dotplot.ts';
import { outcomeNumber } from '../session/status.ts';
import type { CompareReading } from '../session/compare-reading.ts';
import { OUTCOME_WORDS } from '../session/words.ts';
import { quantile, sorted } from '../study/statistics.ts';
import { differenceText } from './compare-lead.tsx';
import { NumbersButton } from './numbers-button.tsx';
import { useText } from './text.ts';
import { planVariable } from './timeline-text.ts';
import type { Pair } from './use-pair.ts';
import { useSelect } from './use-session.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 196;
const HEAD = 34; // px above the dots: what each side means
const FOOT = 44; // px below: axis and interval
const PAD = 20;
const DOT = 12;
const SIDE = 150; // px that the words of a side take
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export function CompareDifference({ pair }: { readonly pair: Pair }): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const outcome = useSelect(state => state.compare.outcome);
  const [box, width] = useWidth<HTMLDivElement>(420);
  const { a, b, reading } = pair;
  const name = t('compare.difference', { a: a.name, b: b.name });
  const words = OUTCOME_WORDS[outcome][language];
  const rows = (): string[][] => {
    const s = sorted(reading?.differences ?? new Float64Array(0));
    return LEVELS.map(level => [`${Math.round(level * 100)} %`, differenceText(outcome, quantile(s, level), language, t)]);
  };
  return (
    <section className="compare-panel" aria-label={name}>
      <header><h3><span className="panel-number">1</span>{name}</h3>{reading !== undefined && <NumbersButton name={name} head={[t('compare.quantile'), t('compare.minus', { a: a.name, b: b.name })]} rows={rows} />}</header>
      <p className="muted">{t('compare.differenceHint', { outcome: words.charAt(0).toLocaleUpperCase(language) + words.slice(1) })}</p>
      <div ref={box} className="compare-room">{reading !== undefined && (reading.same ? <p className="compare-nothing">{t('compare.noDifference')}</p> : <Dots name={name} pair={pair} reading={reading} width={width} />)}</div>
    </section>
  );
}

interface DotsProps {
  readonly name: string;
  readonly pair: Pair;
  readonly reading: CompareReading;
  readonly width: number;
}

function Dots({ name, pair: { a, b }, reading, width }: DotsProps): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const { outcome, below, p5, p25, p75, p95, median } = reading;
  const inner = Math.max(120, width - 2 * PAD);
  const plot = useMemo(() => dotPlot(reading.differences, Math.max(8, Math.floor(inner / DOT)), Math.max(2, Math.min(6, Math.floor(inner / 76))), 0), [reading, inner]);
  const { low, high, dots, columns, tallest, ticks } = plot;
  const x = (value: number): number => PAD + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * inner;
  const base = HEIGHT - FOOT;
  const rise = Math.min(DOT, (base - HEAD) / tallest);
  const cell = inner / columns;
  const radius = Math.max(1.6, Math.min(cell, rise) / 2 - 0.5);
  const zero = x(0);
  const less = Math.round(below * 100);
  const [lessText, moreText] = [t('compare.less', { n: less, b: b.name }), t('compare.more', { n: 100 - less, b: b.name })];
  const isNarrow = less > 0 && less < 100 && (zero < SIDE || width - zero < SIDE);
  const colourOf = (value: number): string => (value < 0 ? planVariable(a.plan.letter) : value > 0 ? planVariable(b.plan.letter) : 'var(--muted)');
  const summary = t('compare.typical', { a: a.name, b: b.name, median: differenceText(outcome, median, language, t), low: differenceText(outcome, p5, language, t), high: differenceText(outcome, p95, language, t) });
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={`${name}: ${lessText}; ${moreText}. ${summary}`}>
      {less > 0 && <text className="compare-side" x={zero < SIDE ? PAD : zero - 8} y={14} textAnchor={zero < SIDE ? 'start' : 'end'} style={{ fill: planVariable(a.plan.letter) }}>{lessText}</text>}
      {less < 100 && <text className="compare-side" x={width - zero < SIDE ? width - PAD : zero + 8} y={isNarrow ? 29 : 14} textAnchor={width - zero < SIDE ? 'end' : 'start'} style={{ fill: planVariable(b.plan.letter) }}>{moreText}</text>}
      <path className="compare-zero" d={`M${zero} ${HEAD - 2}V${base + 4}`} />
      {dots.map((dot, i) => <circle key={i} cx={PAD + (dot.column + 0.5) * cell} cy={base - 3 - (dot.level + 0.5) * rise} r={radius} fill={colourOf(dot.value)} />)}
      <path className="compare-axis" d={`M${PAD} ${base + 0.5}H${PAD + inner}${ticks.map(tick => `M${x(tick)} ${base}v4`).join('')}`} />
      {ticks.map((tick, i) => <text key={tick} x={x(tick)} y={base + 17} textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}>{tick === 0 ? '0' : `${tick > 0 ? '+' : '−'}${outcomeNumber(outcome, Math.abs(tick), language)}`}</text>)}
      <path className="compare-wide" d={`M${x(p5)} ${base + 30}H${x(p95)}`} />
      <path className="compare-narrow" d={`M${x(p25)} ${base + 30}H${x(p75)}`} />
      <circle className="compare-median" cx={x(median)} cy={base + 30} r={4.5} />
    </svg>
  );
}
