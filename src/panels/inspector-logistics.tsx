/** Logistics board: what runs out first, the way to the selected base, days of supply by base, orders that wait and why, links and their load. */
import { useMemo, type ReactElement } from 'react';
import type { ScenarioModel } from '../scenario/model.ts';
import type { FutureTrace } from '../study/results.ts';
import { countText } from './format.ts';
import { LogisticsQueue } from './logistics-queue.tsx';
import { COMMODITIES, SupplyBars, SUPPLY_LINES } from './supply-bars.tsx';
import { SupplyStrip } from './supply-strip.tsx';
import { LINK_STATES } from './supply-way.ts';
import { useLocal, useText } from './text.ts';
import { regionsOf, useDays } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';

const OUT = 0.5; // days of supply
const LINKS = 8;

interface Base {
  readonly region: number;
  /** Commodity with the fewest days, and those days. */
  readonly commodity: number;
  readonly days: number;
  /** Day on which it is out in this future; −1 when it is not. */
  readonly out: number;
}

/** Bases on a day: regions with troops or police; what runs out first in this future first, then the worst supplied. */
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
  const runsOut = ({ out }: Base): number => (out < 0 ? Infinity : out);
  return bases.sort((a, b) => (runsOut(a) === runsOut(b) ? a.days - b.days : runsOut(a) - runsOut(b)));
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
  const selected = useSelect(state => state.selection.region);
  const nameOf = useNodeName(model);
  const bases = useMemo(() => (trace === null ? [] : basesOf(trace, day)), [trace, day]);
  if (trace === null || model === null) return <p className="board-empty">{t('inspector.waiting')}</p>;
  const regionName = (r: number): string => nameOf(model.scenario.regions[r]!.id);
  const first = bases[0] === undefined || bases[0].out < 0 ? undefined : bases[0];
  const shown = bases.find(base => model.scenario.regions[base.region]!.id === selected) ?? bases[0];
  return (
    <>
      <header className="section row">
        <h2 className="board-title clip">{first === undefined ? t('inspector.logistics.nothingOut') : t('inspector.logistics.first', { commodity: t(`inspector.supply.${COMMODITIES[first.commodity]!}`), place: regionName(first.region) })}</h2>
        <span className="grow" />
        {first !== undefined && <span className="chip limit">{dayName(first.out)}</span>}
      </header>
      <div className="board-scroll">
        {shown !== undefined && <SupplyStrip trace={trace} model={model} day={day} region={shown.region} />}
        <section className="section" aria-label={t('inspector.logistics.bases')}>
          <div className="row small muted"><h3>{t('inspector.logistics.bases')}</h3><span className="grow" />{t('inspector.supply.lines')}</div>
          {bases.length === 0 ? <p className="muted">{t('inspector.logistics.noBases')}</p> : (
            <SupplyBars isWide rows={bases.map(base => ({
              name: t('inspector.logistics.base', { place: regionName(base.region), commodity: t(`inspector.supply.${COMMODITIES[base.commodity]!}`) }), days: base.days,
              note: first === undefined ? undefined : base.out < 0 ? '' : base.out <= day ? t('inspector.supply.isOut') : t('inspector.supply.out', { day: dayName(base.out) }),
              pick: { isChosen: base === shown, onPick: () => { session.select({ region: model.scenario.regions[base.region]!.id }); } },
            }))} />
          )}
        </section>
        <LogisticsQueue trace={trace} day={day} onPick={id => { session.select({ action: id }); }} />
        <LinkTable trace={trace} model={model} day={day} nameOf={nameOf} />
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
