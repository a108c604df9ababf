/** Board of the selected region: now and its spread, where it may end, days of supply, and what limits the response there. */
import { useMemo, useState, type ReactElement } from 'react';
import { CONSTRAINTS, UNIT_PHASES } from '../engine/schedule.ts';
import { dotPlot, hundredAbove, niceStep } from '../charts/dotplot.ts';
import { LIMIT_SENTENCES, LIMIT_WORDS } from '../session/words.ts';
import type { FutureTrace } from '../study/results.ts';
import { DotPlotChart } from './dot-plot.tsx';
import { countText, decimalText, outcomeText, shareText } from './format.ts';
import { Icon } from './icons.tsx';
import { COMMODITIES, SupplyBars, SUPPLY_LINES, type SupplyRow } from './supply-bars.tsx';
import { useLocal, useText } from './text.ts';
import { bandAt, confidenceOf, regionsOf, TREND_DAYS, trendOf, useDays, useShownPlan } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';

/** Tension as it is shown everywhere: 1 calm to 5. */
const tensionIndex = (tension: number): number => 1 + 4 * tension;
const TENSION_STEP = 0.04;
const EMPTY_STOCK = 0.5; // days of supply below which a stock counts as out
const OPERATIONAL = UNIT_PHASES.indexOf('operational');

export function RegionBoard(): ReactElement {
  const t = useText();
  const local = useLocal();
  const model = useSelect(state => state.model);
  const selected = useSelect(state => state.selection.region);
  const session = useSession();
  const index = selected === null ? undefined : model?.regionIndex[selected];
  if (model === null) return <p className="board-empty">{t('inspector.noScenario')}</p>;
  if (index === undefined) {
    return (
      <div className="board-empty">
        <p>{t('inspector.region.choose')}</p>
        <ul className="pick-list">
          {model.scenario.regions.map(region => <li key={region.id}><button type="button" className="button plain" onClick={() => { session.select({ region: region.id }); }}>{local(region.name)}</button></li>)}
        </ul>
      </div>
    );
  }
  return (
    <>
      <RegionHead index={index} />
      <RegionNow index={index} />
      <RegionSpread index={index} />
      <RegionSupply index={index} />
      <RegionLimit index={index} />
    </>
  );
}

function RegionHead({ index }: { readonly index: number }): ReactElement | null {
  const t = useText();
  const local = useLocal();
  const language = useSelect(state => state.language);
  const region = useSelect(state => state.model?.scenario.regions[index]);
  const confidence = useSelect(state => (state.trace === null ? undefined : confidenceOf(state.trace.regions.confidence[state.day * regionsOf(state.trace) + index] ?? 0)));
  if (region === undefined) return null;
  return (
    <header className="section row">
      <h2 className="board-title clip">{local(region.name)}</h2>
      <span className="muted clip residents">{t('inspector.region.residents', { count: countText(region.population, language) })}</span>
      <span className="grow" />
      {confidence !== undefined && <span className={`chip${confidence === 'high' ? ' ok' : confidence === 'low' ? ' limit' : ''}`} title={t('inspector.confidence.help')}>{t(`inspector.confidence.${confidence}`)}</span>}
    </header>
  );
}

function presence(trace: FutureTrace, day: number, index: number): { readonly troops: number; readonly police: number; readonly monitors: number } {
  const at = day * regionsOf(trace) + index;
  return { troops: trace.regions.troops[at] ?? 0, police: trace.regions.police[at] ?? 0, monitors: trace.regions.monitors[at] ?? 0 };
}

function RegionNow({ index }: { readonly index: number }): ReactElement | null {
  const t = useText();
  const language = useSelect(state => state.language);
  const trace = useSelect(state => state.trace);
  const spread = useSelect(state => (state.region?.region === index ? state.region : null));
  const day = useSelect(state => state.day);
  if (trace === null) return null;
  const n = regionsOf(trace);
  const at = day * n + index;
  const { regions } = trace;
  const trend = trendOf(regions.tension[at] ?? 0, regions.tension[Math.max(0, day - TREND_DAYS) * n + index] ?? 0, TENSION_STEP);
  const here = presence(trace, day, index);
  const parts = [here.troops > 0 && t('inspector.troops', { count: countText(here.troops, language) }), here.police > 0 && t('inspector.police', { count: countText(here.police, language) }), here.monitors > 0 && t('inspector.monitors', { count: countText(here.monitors, language) })].filter(part => part !== false);
  const range = (band: Float32Array, show: (value: number) => string): string => {
    const [low, , , , high] = bandAt(band, day);
    return `${show(low)}–${show(high)}`;
  };
  const rows: readonly (readonly [name: string, value: string, range: string, trend?: string])[] = [
    [t('inspector.tension'), decimalText(tensionIndex(regions.tension[at] ?? 0), language, 1), spread === null ? '' : range(spread.bands.tension, value => decimalText(tensionIndex(value), language, 1)), t(`inspector.trend.${trend > 0 ? 'rising' : trend < 0 ? 'falling' : 'steady'}`)],
    [t('inspector.displaced'), outcomeText(regions.displaced[at] ?? 0, language), spread === null ? '' : range(spread.bands.displaced, value => outcomeText(value, language))],
    [t('inspector.needReached'), shareText(regions.needReached[at] ?? 0, language), spread === null ? '' : range(spread.bands.needReached, value => shareText(value, language))],
    [t('inspector.presence'), parts.length === 0 ? t('inspector.nobody') : parts.join(', '), spread === null || bandAt(spread.bands.troops, day)[4] < 1 ? '' : t('inspector.troopsRange', { range: range(spread.bands.troops, value => countText(value, language)) })],
  ];
  return (
    <section className="section" aria-label={t('inspector.region.now')}>
      <table className="facts">
        <thead><tr><th scope="col"><span className="unseen">{t('inspector.quantity')}</span></th><th scope="col" className="muted">{t('inspector.thisFuture')}</th><th scope="col" className="muted end">{t('inspector.nineOfTen')}</th></tr></thead>
        <tbody>{rows.map(([name, value, more, way]) => <tr key={name}><th scope="row">{name}</th><td className="strong">{value}</td><td className="muted end">{more}{way !== undefined && <span className="trend">{more === '' ? '' : ' · '}{way}</span>}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

function RegionSpread({ index }: { readonly index: number }): ReactElement | null {
  const t = useText();
  const { day } = useDays();
  const language = useSelect(state => state.language);
  const spread = useSelect(state => (state.region?.region === index ? state.region : null));
  const [chosen, setChosen] = useState<{ readonly region: number; readonly value: number } | null>(null);
  // three quarters of futures lie below the first threshold, on a round number
  const first = useMemo(() => {
    if (spread === null) return 0;
    const plot = dotPlot(spread.displacedAt, 40);
    const quarter = plot.dots[37]!.value;
    const step = niceStep(plot.high - plot.low, 20);
    return Math.round(quarter / step) * step;
  }, [spread]);
  if (spread === null) return <section className="section dotplot-room"><p className="muted">{t('inspector.counting')}</p></section>;
  const threshold = chosen?.region === index ? chosen.value : first;
  const count = hundredAbove(spread.displacedAt, threshold);
  const value = countText(threshold, language);
  return (
    <section className="section dotplot-room" aria-label={t('inspector.region.end', { day: day(spread.day) })}>
      <div className="row" title={t('inspector.dotsHelp', { runs: spread.runs })}><h3 className="strong clip">{t('inspector.region.end', { day: day(spread.day) })}</h3><span className="grow" /><span className="no-wrap" aria-live="off"><b>{t('inspector.ofHundred', { count })}</b> {t('inspector.above', { value })}</span></div>
      <DotPlotChart values={spread.displacedAt} threshold={threshold} onThreshold={next => { setChosen({ region: index, value: next }); }} label={t('inspector.threshold')} hint={t('inspector.dots')} valueText={t('inspector.thresholdValue', { count, value })} />
    </section>
  );
}

function RegionSupply({ index }: { readonly index: number }): ReactElement | null {
  const t = useText();
  const { day: dayName } = useDays();
  const trace = useSelect(state => state.trace);
  const day = useSelect(state => state.day);
  if (trace === null) return null;
  const n = regionsOf(trace);
  const here = presence(trace, day, index);
  const stock = (on: number, commodity: number): number => trace.supply[(on * n + index) * COMMODITIES.length + commodity] ?? 0;
  const rows = COMMODITIES.map((name, commodity): SupplyRow => {
    const days = stock(day, commodity);
    let out = day;
    while (out < trace.days && stock(out, commodity) >= EMPTY_STOCK) out++;
    const trend = trendOf(days, stock(Math.max(0, day - 7), commodity), 0.5);
    const soon = out < trace.days && out - day <= SUPPLY_LINES[2];
    return { name: t(`inspector.supply.${name}`), days, note: days < EMPTY_STOCK ? t('inspector.supply.isOut') : soon ? t('inspector.supply.out', { day: dayName(out) }) : t(`inspector.trend.${trend > 0 ? 'rising' : trend < 0 ? 'falling' : 'steady'}`) };
  }).sort((a, b) => a.days - b.days);
  return (
    <section className="section" aria-label={t('inspector.supply')}>
      <div className="row"><h3 className="strong">{t('inspector.supply')}</h3><span className="grow" /><span className="small muted">{t('inspector.supply.lines')}</span></div>
      {here.troops + here.police < 1 ? <p className="muted">{t('inspector.supply.noBase')}</p> : <SupplyBars rows={rows} />}
    </section>
  );
}

function RegionLimit({ index }: { readonly index: number }): ReactElement | null {
  const t = useText();
  const language = useSelect(state => state.language);
  const plan = useShownPlan();
  const model = useSelect(state => state.model);
  const trace = useSelect(state => state.trace);
  const day = useSelect(state => state.day);
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const session = useSession();
  const id = model?.scenario.regions[index]?.id;
  const found = useMemo(() => {
    if (plan === undefined || trace === null || plan.actions.length === 0 || trace.rows.constraint.length !== trace.days * plan.actions.length) return undefined;
    const here = plan.actions.findIndex((action, row) => {
      const place = 'region' in action ? action.region : 'destination' in action ? action.destination : undefined;
      return place === id && (trace.rows.constraint[day * plan.actions.length + row] ?? 0) > 0;
    });
    return here < 0 ? undefined : { action: plan.actions[here]!, constraint: CONSTRAINTS[trace.rows.constraint[day * plan.actions.length + here]!]! };
  }, [plan, trace, day, id]);
  const waiting = useMemo(() => {
    if (trace === null) return 0;
    let count = 0;
    for (let u = 0; u < trace.units.count; u++) if (trace.units.region[day * trace.units.count + u] === index && trace.units.phase[day * trace.units.count + u] !== OPERATIONAL) count++;
    return count;
  }, [trace, day, index]);
  if (found === undefined) return <footer className="section board-foot muted">{waiting > 0 ? t('inspector.region.arriving', { count: waiting }) : t('inspector.region.noLimit')}</footer>;
  const name = checks?.actions.find(check => check.id === found.action.id)?.label[language] ?? found.action.id;
  return (
    <footer className="section board-foot row">
      <span className="chip limit"><Icon name="warning" size={12} />{t('inspector.limit', { limit: LIMIT_WORDS[found.constraint][language] })}</span>
      <span className="clip" title={t('inspector.limit.sentence', { name, reason: LIMIT_SENTENCES[found.constraint][language] })}>{LIMIT_SENTENCES[found.constraint][language]}</span>
      <span className="grow" />
      <button type="button" className="button" onClick={() => { session.select({ action: found.action.id }); }}>{t('inspector.limit.show')}</button>
    </footer>
  );
}
