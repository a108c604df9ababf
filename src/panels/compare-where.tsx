/** Where two plans differ: a small map of regions in five classes, hatched where nine of ten differences include none. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { tokensOf } from '../charts/tokens.ts';
import { differenceClass, regionDifferences, type DifferenceClass } from '../session/compare-reading.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import type { RegionOutcome } from '../study/results.ts';
import { countText } from './format.ts';
import { NumbersButton } from './numbers-button.tsx';
import { useLocal, useText, type TextKey } from './text.ts';
import type { Pair } from './use-pair.ts';
import { useSelect, useSession } from './use-session.ts';

/** What the map's module gives for a small map. */
export interface RegionShapes {
  readonly viewBox: readonly [number, number, number, number];
  readonly regions: readonly { readonly d: string; readonly at: readonly [number, number] }[];
  readonly coast: string;
}
export type LoadShapes = (model: ScenarioModel) => Promise<RegionShapes>;

const CLASSES: readonly DifferenceClass[] = [0, 1, 2, 3, 4];
/** Outcomes of deaths are mapped by civilians killed, all others by people away from home. */
const DEADLY: ReadonlySet<OutcomeName> = new Set(['civiliansKilled', 'allDeaths', 'massAtrocity']);

export function CompareWhere({ pair, load }: { readonly pair: Pair; readonly load: LoadShapes }): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const language = useSelect(state => state.language);
  const theme = useSelect(state => state.theme);
  const model = useSelect(state => state.model);
  const chosen = useSelect(state => state.compare.outcome);
  const selected = useSelect(state => state.selection.region);
  const [shapes, setShapes] = useState<RegionShapes | null>(null);
  useEffect(() => {
    let isHere = true;
    if (model !== null) void load(model).then(found => { if (isHere) setShapes(found); return found; });
    return () => { isHere = false; };
  }, [model, load]);
  const { a, b } = pair;
  const outcome: RegionOutcome = DEADLY.has(chosen) ? 'civiliansKilled' : 'displacedFrom';
  const differences = useMemo(() => (a.result === undefined || b.result === undefined ? [] : regionDifferences(outcome, a.result, b.result)), [a.result, b.result, outcome]);
  const words = t(`compare.where.${outcome}` as TextKey);
  const name = t('compare.where', { a: a.name, b: b.name });
  const regions = model?.scenario.regions ?? [];
  const colours = tokensOf(theme).diverging;
  const signed = (value: number): string => (Math.round(value) === 0 ? '0' : `${value > 0 ? '+' : '−'}${countText(Math.abs(value), language)}`);
  const rows = (): string[][] => differences.map((difference, r) => [local(regions[r]!.name), signed(difference.median), `${signed(difference.p5)} … ${signed(difference.p95)}`, `${Math.round(difference.below * 100)} / 100`]);
  const better = differences.filter(difference => differenceClass(difference) < 2).length;
  return (
    <section className="compare-panel" aria-label={name}>
      <header><h3><span className="panel-number">5</span>{name}</h3>{differences.length > 0 && <NumbersButton name={name} head={[t('compare.where.region'), t('compare.minus', { a: a.name, b: b.name }), t('compare.range'), t('compare.where.below', { a: a.name })]} rows={rows} />}</header>
      <p className="muted">{t('compare.whereHint', { outcome: words.charAt(0).toLocaleUpperCase(language) + words.slice(1) })}</p>
      {shapes === null || differences.length === 0 ? <p className="muted" role="status">{t('compare.where.waiting')}</p> : (
        <div className="compare-where">
          <svg viewBox={shapes.viewBox.join(' ')} role="img" aria-label={t('compare.where.summary', { outcome: words, first: a.name, count: better, total: differences.length })}>
            <defs><pattern id="where-hatch" width={shapes.viewBox[2] / 60} height={shapes.viewBox[2] / 60} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d={`M0 0V${shapes.viewBox[2] / 60}`} stroke="var(--muted)" strokeWidth={shapes.viewBox[2] / 300} opacity={0.55} /></pattern></defs>
            {shapes.regions.map(({ d }, r) => {
              const difference = differences[r]!;
              const isOpen = difference.p5 <= 0 && difference.p95 >= 0;
              const id = regions[r]!.id;
              return (
                <g key={id} onClick={() => { session.select({ region: id }); }}>
                  <title>{`${local(regions[r]!.name)}: ${signed(difference.median)} (${signed(difference.p5)} … ${signed(difference.p95)})`}</title>
                  <path d={d} fill={colours[differenceClass(difference)]} className="where-region" data-selected={id === selected || undefined} />
                  {isOpen && <path d={d} fill="url(#where-hatch)" pointerEvents="none" />}
                </g>
              );
            })}
            <path d={shapes.coast} className="where-coast" />
          </svg>
          <ul className="where-legend" aria-hidden="true">
            {CLASSES.map(n => <li key={n}><i style={{ background: colours[n] }} />{t(`compare.where.${n}` as TextKey, { a: a.name, b: b.name })}</li>)}
            <li><i className="where-hatched" />{t('compare.where.hatch')}</li>
          </ul>
        </div>
      )}
    </section>
  );
}
