/** Logistics board: what runs out first, links and their load, days of supply by base, units that wait. */
import { useMemo, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { CONSTRAINTS, UNIT_PHASES } from '../engine/schedule.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import { LIMIT_WORDS } from '../session/words.ts';
import type { FutureTrace } from '../study/results.ts';
import { countText } from './format.ts';
import { COMMODITIES, SupplyBars, SUPPLY_LINES } from './supply-bars.tsx';
import { useLocal, useText } from './text.ts';
import { regionsOf, useDays, useShownPlan } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';

const LINK_STATES = ['open', 'degraded', 'cut'] as const;
const OUT = 0.5; // days of supply
const LINKS = 8;
const OPERATIONAL = UNIT_PHASES.indexOf('operational');
const REFUSED = UNIT_PHASES.indexOf('refused');

interface Base {
  readonly region: number;
  /** Commodity with the fewest days, and those days. */
  readonly commodity: number;
  readonly days: number;
  /** Day on which it is out in this future; −1 when it is not. */
  readonly out: number;
}

/** Bases on a day: regions with troops or police, the worst supplied first. */
export function basesOf(trace: FutureTrace, day: number): readonly Base[] {
  const n = regionsOf(trace);
  const stock = (on: number, r: number, c: number): number => trace.supply[(on * n + r) * COMMODITIES.length + c] ?? 0;
  const bases: Base[] = [];
  for (let r = 0; r < n; r++) {
    if ((trace.regions.troops[day * n + r] ?? 0) + (trace.regions.police[day * n + r] ?? 0) < 1) continue;
    let worst = 0;
    for (let c = 1; c < COMMODITIES.length; c++) if (stock(day, r, c) < stock(day, r, worst)) worst = c;
    let out = -1;
    for (let on = day; on < trace.days && out < 0; on++) for (let c = 0; c < COMMODITIES.length && out < 0; c++) if (stock(on, r, c) < OUT) { out = on; worst = c; }
    bases.push({ region: r, commodity: worst, days: stock(day, r, worst), out });
  }
  return bases.sort((a, b) => a.days - b.days);
}

/** Bases with less than a week of something on the day shown. */
export function useShortages(): number {
  return useSelect(state => (state.trace === null ? 0 : basesOf(state.trace, state.day).filter(base => base.days < SUPPLY_LINES[0]).length));
}

function useNodeName(model: ScenarioModel | null): (id: string) => string {
  const local = useLocal();
  return useMemo(() => {
    const names = new Map<string, string>();
    if (model !== null) for (const item of [...model.scenario.regions, ...model.scenario.sites, ...model.scenario.neighbours]) names.set(item.id, local(item.name));
    return (id: string) => names.get(id) ?? id;
  }, [model, local]);
}

export function LogisticsBoard(): ReactElement {
  const t = useText();
  const { day: dayName } = useDays();
  const session = useSession();
  const model = useSelect(state => state.model);
  const trace = useSelect(state => state.trace);
  const day = useSelect(state => state.day);
  const nameOf = useNodeName(model);
  const bases = useMemo(() => (trace === null ? [] : basesOf(trace, day)), [trace, day]);
  if (trace === null || model === null) return <p className="board-empty">{t('inspector.waiting')}</p>;
  const regionName = (r: number): string => nameOf(model.scenario.regions[r]!.id);
  const first = bases.filter(base => base.out >= 0).sort((a, b) => a.out - b.out)[0];
  return (
    <>
      <header className="section row">
        <h2 className="board-title clip">{first === undefined ? t('inspector.logistics.nothingOut') : t('inspector.logistics.first', { commodity: t(`inspector.supply.${COMMODITIES[first.commodity]!}`), place: regionName(first.region) })}</h2>
        <span className="grow" />
        {first !== undefined && <span className="chip limit">{dayName(first.out)}</span>}
      </header>
      <div className="board-scroll">
        <LinkTable trace={trace} model={model} day={day} nameOf={nameOf} />
        <section className="section" aria-label={t('inspector.logistics.bases')}>
          <div className="row small muted"><h3>{t('inspector.logistics.bases')}</h3><span className="grow" />{t('inspector.supply.lines')}</div>
          {bases.length === 0 ? <p className="muted">{t('inspector.logistics.noBases')}</p> : <SupplyBars rows={bases.map(base => ({ name: t('inspector.logistics.base', { place: regionName(base.region), commodity: t(`inspector.supply.${COMMODITIES[base.commodity]!}`) }), days: base.days }))} />}
        </section>
        <Queue trace={trace} day={day} onPick={id => { session.select({ action: id }); }} />
      </div>
    </>
  );
}

function LinkTable({ trace, model, day, nameOf }: { readonly trace: FutureTrace; readonly model: ScenarioModel; readonly day: number; readonly nameOf: (id: string) => string }): ReactElement {
  const t = useText();
  const local = useLocal();
  const language = useSelect(state => state.language);
  const n = model.scenario.links.length;
  const rows = model.scenario.links.map((link, l) => {
    const at = day * n + l;
    const capacity = trace.links.capacity[at] ?? 0;
    const used = trace.links.used[at] ?? 0;
    const state = LINK_STATES[trace.links.state[at] ?? 0] ?? 'open';
    return { link, capacity, used, state, share: state === 'cut' ? 2 : capacity > 0 ? used / capacity : 0 };
  }).sort((a, b) => b.share - a.share || b.used - a.used).slice(0, LINKS);
  const most = Math.max(1, ...rows.map(row => Math.max(row.link.capacity, row.capacity)));
  const widthOf = (value: number): string => `${Math.min(100, Math.sqrt(value / most) * 100)}%`;
  return (
    <section className="section" aria-label={t('inspector.logistics.links')}>
      <div className="row small muted"><h3>{t('inspector.logistics.links')}</h3><span className="grow" />{t('inspector.logistics.used')}</div>
      <table className="bars links">
        <tbody>
          {rows.map(({ link, capacity, used, state }) => (
            <tr key={link.id}>
              <th scope="row" className="clip" title={link.name === undefined ? undefined : local(link.name)}>{nameOf(link.from)} → {nameOf(link.to)}</th>
              <td className="bar-cell" aria-hidden="true">
                <span className="bar-track link"><span className="bar-frame" style={{ width: widthOf(capacity) }} /><span className={state === 'open' ? 'bar-fill' : 'bar-fill low'} style={{ width: widthOf(Math.min(used, capacity)) }} /></span>
              </td>
              <td className="end no-wrap">{state === 'cut' ? <span className="chip critical">{t('inspector.link.cut')}</span> : <><b className={state === 'degraded' ? 'warn' : undefined}>{countText(used, language)}</b> {t('inspector.logistics.of', { capacity: countText(capacity, language) })}{state === 'degraded' && <span className="unseen"> {t('inspector.link.degraded')}</span>}</>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Units ordered and not yet operational, by action. */
function Queue({ trace, day, onPick }: { readonly trace: FutureTrace; readonly day: number; readonly onPick: (action: string) => void }): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const plan = useShownPlan();
  const selected = useSelect(state => state.selection.action);
  const { count } = trace.units;
  const rows = new Map<number, { units: number; phase: number }>();
  for (let u = 0; u < count; u++) {
    const row = trace.units.row[u] ?? -1;
    const phase = trace.units.phase[day * count + u] ?? 0;
    if (row < 0 || phase === 0 || phase >= OPERATIONAL) continue;
    const entry = rows.get(row) ?? { units: 0, phase };
    rows.set(row, { units: entry.units + 1, phase: Math.min(entry.phase, phase) });
  }
  let refused = 0;
  for (let u = 0; u < count; u++) if (trace.units.phase[day * count + u] === REFUSED) refused++;
  const actions = plan?.actions ?? [];
  return (
    <section className="section" aria-label={t('inspector.logistics.queue')}>
      <h3 className="small muted">{t('inspector.logistics.queue')}</h3>
      {rows.size === 0 && <p className="muted">{t('inspector.logistics.noQueue')}</p>}
      <ul className="queue">
        {[...rows].map(([row, { units, phase }]) => {
          const action = actions[row];
          const limit = CONSTRAINTS[trace.rows.constraint[day * actions.length + row] ?? 0] ?? 'none';
          return (
            <li key={row} className="row">
              {action === undefined ? <b>{row}</b> : <Button className="cell-button clip strong" aria-current={action.id === selected ? 'true' : undefined} onPress={() => { onPick(action.id); }}>{checks?.actions.find(check => check.id === action.id)?.label[language] ?? action.id}</Button>}
              <span className="muted no-wrap">{t('inspector.logistics.units', { count: units })} · {t(`inspector.phase.${UNIT_PHASES[phase]!}`)}</span>
              <span className="grow" />
              {limit !== 'none' && <span className="chip limit">{LIMIT_WORDS[limit][language]}</span>}
            </li>
          );
        })}
      </ul>
      {refused > 0 && <p className="warn">{t('inspector.logistics.refused', { count: refused })}</p>}
    </section>
  );
}
