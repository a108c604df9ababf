/** Node–link strip: the way of supply from the port to one base, link by link, with state and tonnes a day. */
import { useMemo, type ReactElement } from 'react';
import type { ScenarioModel } from '../scenario/model.ts';
import type { FutureTrace } from '../study/results.ts';
import { countText } from './format.ts';
import { NumbersButton } from './numbers-button.tsx';
import { supplyWay, type WayStep } from './supply-way.ts';
import { useLocal, useText } from './text.ts';
import { useDays } from './use-now.ts';
import { useSelect } from './use-session.ts';
import './logistics.css';

interface SupplyStripProps {
  readonly trace: FutureTrace;
  readonly model: ScenarioModel;
  readonly day: number;
  /** Index of the region the base is in. */
  readonly region: number;
}

/** Ids of the nodes of a trace: regions, sites off the map, neighbours. */
const nodeIds = ({ scenario }: ScenarioModel): readonly string[] => [...scenario.regions, ...scenario.sites.filter(site => site.region === undefined), ...scenario.neighbours].map(item => item.id);

/** Names of the nodes; the entry port has the port's own. */
function useNodeNames(model: ScenarioModel, entry: number): readonly string[] {
  const local = useLocal();
  return useMemo(() => {
    const { scenario } = model;
    const names = new Map([...scenario.regions, ...scenario.sites, ...scenario.neighbours].map(item => [item.id, local(item.name)]));
    return nodeIds(model).map((id, v) => names.get(v === entry ? scenario.entry.port : id) ?? id);
  }, [model, entry, local]);
}

export function SupplyStrip({ trace, model, day, region }: SupplyStripProps): ReactElement {
  const t = useText();
  const local = useLocal();
  const { day: dayName } = useDays();
  const language = useSelect(state => state.language);
  const names = useNodeNames(model, trace.ways.entry);
  const way = useMemo(() => supplyWay(trace, day, region), [trace, day, region]);
  const place = region === trace.ways.entry ? local(model.scenario.regions[region]!.name) : names[region]!;
  const title = t('logistics.way', { port: names[trace.ways.entry]!, place });
  const linkName = ({ link, from, to }: WayStep): string => { const own = model.scenario.links[link]?.name; return own === undefined ? `${names[from]!} → ${names[to]!}` : local(own); };
  const changeOf = (step: WayStep): string => (step.changes < 0 ? '' : t('logistics.way.change', { state: t(`logistics.link.${step.next}`), day: dayName(step.changes) }));
  const narrowest = Math.min(...way.steps.map(step => step.capacity));
  return (
    <section className="section" aria-label={title}>
      <div className="row small muted">
        <h3 className="clip">{title}</h3><span className="grow" />
        {way.steps.length > 0 && <NumbersButton name={title} head={[t('logistics.way.link'), t('logistics.way.state'), t('logistics.way.used'), t('logistics.way.capacity'), t('logistics.way.next')]}
          rows={() => way.steps.map(step => [linkName(step), t(`logistics.link.${step.state}`), countText(step.used, language), countText(step.capacity, language), changeOf(step)])} />}
      </div>
      {way.steps.length === 0 ? <p className="muted">{t(way.day < 0 ? 'logistics.way.none' : 'logistics.way.here')}</p> : (
        <ol className="way">
          <li className="way-port"><span className="unseen">{names[trace.ways.entry]}</span></li>
          {way.steps.map(step => (
            <li key={step.link} className={`way-step ${step.state}`} title={linkName(step)}>
              <span className="way-load no-wrap">{step.state === 'cut' ? t('logistics.link.cut') : <><b>{countText(step.used, language)}</b> {t('inspector.logistics.of', { capacity: countText(step.capacity, language) })}</>}</span>
              <span className="way-line" aria-hidden="true"><i style={{ width: step.capacity > 0 ? `${Math.min(100, (step.used / step.capacity) * 100)}%` : 0 }} /></span>
              <span className="way-name clip">{names[step.to]}</span>
              {(step.state === 'degraded' || step.changes >= 0) && <span className="way-note">{step.state === 'degraded' && `${t('logistics.link.degraded')} `}{step.changes >= 0 && <span className="muted">{changeOf(step)}</span>}</span>}
            </li>
          ))}
        </ol>
      )}
      {way.steps.length > 0 && (way.isOpen ? <p className="muted">{t('logistics.way.narrow', { capacity: countText(narrowest, language) })}</p> : <p className="warn">{t('logistics.way.cut', { day: dayName(way.day) })}</p>)}
    </section>
  );
}
