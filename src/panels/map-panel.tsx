/** The map pane: hosts the picture, which is loaded after the shell, and what lies over it; without a picture, the table. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, ToggleButton, ToggleButtonGroup, type Selection } from 'react-aria-components';
import { layerConfidence, layerValue } from '../session/region-values.ts';
import type { Direction } from '../session/region-neighbours.ts';
import { MAP_LAYERS, MAP_MARKS, type MapLayer, type Session } from '../session/types.ts';
import { Icon } from './icons.tsx';
import { valueText } from './map-facts.ts';
import { MapLegend } from './map-legend.tsx';
import { RegionTable } from './region-table.tsx';
import { useLocal, useText } from './text.ts';
import { useDays, useShownPlan } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';
import { useUiState } from './use-ui.ts';
import './controls.css';
import './menu.css';
import './map.css';

/** A box over the map, CSS pixels from its corner. */
interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number; }
interface Hover { readonly region: number; readonly x: number; readonly y: number; }

/** Where a tooltip belongs, and the width of the map it must stay in. */
interface Tip extends Hover { readonly width: number; }

/** The picture, once it stands. */
export interface MapPicture {
  fit(): void;
  keepClear(): void;
  zoomIn(): void;
  zoomOut(): void;
  panTo(region: string): void;
  nextRegion(direction: Direction): void;
  destroy(): void;
}

/** The module that draws; the page says where it is. */
export interface MapModule {
  mountMap(host: HTMLElement, session: Session, options: { readonly overlays: () => readonly Box[]; readonly onHover: (hover: Hover | null) => void; readonly onProblem: (problem: string) => void }): Promise<MapPicture>;
}

const FUTURES = ['quiet', 'typical', 'violent'] as const;
const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
/** Width and height of the pane below which the legend starts closed, px. */
const LEGEND_FROM = { width: 760, height: 320 };

/** Resolves with the first answer or its failure: the picture takes a while to start, and numbers need not wait for it. */
function whenAnswered(session: Session): Promise<void> {
  const isAnswered = ({ model, document, results, resultState }: ReturnType<Session['get']>): boolean => model !== null && (results[document.activePlan] !== undefined || resultState[document.activePlan]?.phase === 'error');
  return new Promise(resolve => {
    if (isAnswered(session.get())) { resolve(); return; }
    const stop = session.subscribe(isAnswered, answered => {
      if (!answered) return;
      stop();
      resolve();
    });
  });
}

export function MapPanel({ load }: { readonly load: () => Promise<MapModule> }): ReactElement {
  const t = useText();
  const session = useSession();
  const hasModel = useSelect(state => state.model !== null);
  const pane = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const picture = useRef<MapPicture>(undefined);
  const [state, setState] = useState<'loading' | 'ready' | 'problem'>('loading');
  const [hover, setHover] = useState<Tip | null>(null);
  const tableAsked = useUiState(ui => ui.regionTable);
  const legendAsked = useUiState(ui => ui.legend);
  const [isTable, setTable] = useState(false);
  const [isLegend, setLegend] = useState(true);
  const seen = useRef({ table: tableAsked, legend: legendAsked });

  useEffect(() => {
    if (tableAsked !== seen.current.table) setTable(open => !open);
    if (legendAsked !== seen.current.legend) setLegend(open => !open);
    seen.current = { table: tableAsked, legend: legendAsked };
  }, [tableAsked, legendAsked]);
  useEffect(() => {
    const box = pane.current;
    if (box !== null && box.clientWidth > 0 && (box.clientWidth < LEGEND_FROM.width || box.clientHeight < LEGEND_FROM.height)) setLegend(false);
  }, []);

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    let isOver = false;
    const start = async (): Promise<void> => {
      try {
        await whenAnswered(session);
        if (isOver) return;
        const { mountMap } = await load();
        if (isOver) return;
        const made = await mountMap(element, session, { overlays: () => overlaysIn(pane.current), onHover: at => { setHover(at === null ? null : { ...at, width: element.clientWidth }); }, onProblem: problem => { console.warn(problem); } });
        if (isOver) made.destroy();
        else { picture.current = made; setState('ready'); }
      } catch (problem) {
        console.warn(problem);
        if (!isOver) { setState('problem'); setTable(true); }
      }
    };
    void start();
    return () => { isOver = true; picture.current?.destroy(); picture.current = undefined; };
  }, [load, session]);

  useEffect(() => {
    if (!hasModel || pane.current === null) return undefined;
    const observer = new ResizeObserver(() => { picture.current?.keepClear(); });
    for (const element of pane.current.querySelectorAll('[data-over]')) observer.observe(element);
    return () => { observer.disconnect(); };
  }, [hasModel]);

  const closeTable = useCallback(() => { setTable(false); pane.current?.querySelector<HTMLElement>('.map-twin')?.focus(); }, []);
  return (
    <div className="map-panel" ref={pane}>
      <div className="map-host" ref={host} />
      {state !== 'ready' && <p className="map-state muted" role="status">{t(state === 'loading' ? 'map.loading' : 'map.problem')}</p>}
      <MapTwin picture={picture} onTable={() => { setTable(true); }} />
      <div className="map-over top left" data-over><LayerSwitch /></div>
      <div className="map-over top right" data-over>
        <DayChip />
        <Button className="button plain" onPress={() => { setTable(true); }}><Icon name="table" />{t('map.table')}</Button>
      </div>
      <div className="map-over bottom left column" data-over>
        <Button className="button plain icon-only" aria-label={t('map.zoomIn')} onPress={() => { picture.current?.zoomIn(); }}><Icon name="plus" /></Button>
        <Button className="button plain icon-only" aria-label={t('map.zoomOut')} onPress={() => { picture.current?.zoomOut(); }}><Icon name="minus" /></Button>
        <Button className="button plain icon-only" aria-label={t('map.fit')} onPress={() => { picture.current?.fit(); }}><FitIcon /></Button>
      </div>
      {hasModel && <div className="map-over bottom right" data-over>
        {isLegend ? <MapLegend onClose={() => { setLegend(false); }} /> : <Button className="button plain" onPress={() => { setLegend(true); }}>{t('map.legend')}</Button>}
      </div>}
      {hover !== null && !isTable && <Tooltip hover={hover} />}
      {isTable && <RegionTable onClose={closeTable} />}
    </div>
  );
}

/** Boxes of what lies over the map. */
function overlaysIn(pane: HTMLElement | null): readonly Box[] {
  if (pane === null) return [];
  const corner = pane.getBoundingClientRect();
  return [...pane.querySelectorAll('[data-over]')].map(element => element.getBoundingClientRect()).filter(box => box.width > 0)
    .map(box => ({ left: box.left - corner.left, top: box.top - corner.top, right: box.right - corner.left, bottom: box.bottom - corner.top }));
}

const FitIcon = (): ReactElement => <svg className="icon" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"><path d="M2.500 6V2.500H6M10 2.500H13.500V6M13.500 10V13.500H10M6 13.500H2.500V10" /></svg>;

/** What the keyboard and assistive technology meet in the map's place. */
function MapTwin({ picture, onTable }: { readonly picture: { readonly current: MapPicture | undefined }; readonly onTable: () => void }): ReactElement {
  const t = useText();
  const local = useLocal();
  const country = useSelect(state => (state.model === null ? '' : local(state.model.scenario.title)));
  const spoken = useRegionText();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ARROWS[event.key];
    if (way !== undefined) picture.current?.nextRegion(way);
    else if (event.key === '+' || event.key === '=') picture.current?.zoomIn();
    else if (event.key === '-' || event.key === '−') picture.current?.zoomOut();
    else if (event.key === '0') picture.current?.fit();
    else if (event.key === 'Enter') onTable();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="map-twin" role="application" tabIndex={0} aria-label={t('map.twin', { country })} onKeyDown={onKeyDown}>
      <span className="unseen" aria-live="polite">{spoken}</span>
    </div>
  );
}

/** The selected region in words; it changes with the selection and the layer, not with every day that plays. */
function useRegionText(): string {
  const t = useText();
  const local = useLocal();
  return useSelect(state => {
    const { model, trace, selection } = state;
    const r = selection.region === null ? undefined : model?.regionIndex[selection.region];
    if (model === null || trace === null || r === undefined || state.playing) return '';
    const day = Math.min(trace.days - 1, Math.floor(state.day));
    const confidence = layerConfidence(trace, state.layer, day, r);
    return t('map.twin.region', { region: local(model.scenario.regions[r]!.name), value: valueText(t, state.layer, layerValue(trace, state.layer, day, r), confidence, state.language), confidence: t(`map.confidence.${confidence}`) });
  });
}

function LayerSwitch(): ReactElement {
  const t = useText();
  const session = useSession();
  const layer = useSelect(state => state.layer);
  const marks = useSelect(state => state.marks);
  const on = MAP_MARKS.filter(mark => marks[mark]);
  const change = (next: Selection): void => { for (const mark of MAP_MARKS) { const is = next === 'all' || next.has(mark); if (is !== marks[mark]) session.setMark(mark, is); } };
  return (
    <>
      <span className="muted map-fill-word">{t('map.fill')}</span>
      <ToggleButtonGroup className="segments" aria-label={t('map.fill')} selectionMode="single" disallowEmptySelection selectedKeys={[layer]} onSelectionChange={keys => { const [key] = keys; if (key !== undefined) session.setLayer(key as MapLayer); }}>
        {MAP_LAYERS.map(name => <ToggleButton key={name} id={name}>{t(`map.layer.${name}`)}</ToggleButton>)}
      </ToggleButtonGroup>
      <span className="rule" />
      <MenuTrigger>
        <Button className="button plain">{t('map.marks')}<Icon name="chevron" size={12} /></Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu" aria-label={t('map.marks')} selectionMode="multiple" selectedKeys={on} onSelectionChange={change} shouldCloseOnSelect={false}>
            {MAP_MARKS.map(mark => <MenuItem key={mark} id={mark} className="menu-item" textValue={t(`map.mark.${mark}`)}>{({ isSelected }) => <><span className="menu-check">{isSelected && <Icon name="check" size={14} />}</span>{t(`map.mark.${mark}`)}</>}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}

function DayChip(): ReactElement {
  const t = useText();
  const days = useDays();
  const session = useSession();
  const day = useSelect(state => Math.floor(state.day));
  const future = useSelect(state => state.future);
  const plan = useShownPlan();
  const name = typeof future === 'number' ? t('map.future.number', { run: future }) : t(`map.future.${future}`);
  return (
    <>
      <span className="map-day no-wrap"><strong>{days.day(day)}</strong> <span className="muted">{days.date(day)}{plan?.letter === undefined ? '' : ` · Plan ${plan.letter}`}</span></span>
      <span className="rule" />
      <MenuTrigger>
        <Button className="button plain" aria-label={`${t('map.future')}: ${name}`}>{name}<Icon name="chevron" size={12} /></Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={t('map.future')} selectionMode="single" selectedKeys={typeof future === 'number' ? [] : [future]} onAction={key => { session.setFuture(key as (typeof FUTURES)[number]); }}>
            {FUTURES.map(choice => <MenuItem key={choice} id={choice} className="menu-item" textValue={t(`map.future.${choice}`)}>{({ isSelected }) => <><span className="menu-check">{isSelected && <Icon name="check" size={14} />}</span>{t(`map.future.${choice}`)}<span className="muted key-note">{t(`map.future.${choice}.help`)}</span></>}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="rule" />
    </>
  );
}

/** Name, value and confidence of the region under the pointer. */
function Tooltip({ hover }: { readonly hover: Tip }): ReactElement | null {
  const t = useText();
  const local = useLocal();
  const model = useSelect(state => state.model);
  const trace = useSelect(state => state.trace);
  const layer = useSelect(state => state.layer);
  const language = useSelect(state => state.language);
  const day = useSelect(state => Math.min((state.trace?.days ?? 1) - 1, Math.floor(state.day)));
  const region = model?.scenario.regions[hover.region];
  if (region === undefined) return null;
  const confidence = trace === null ? 'none' : layerConfidence(trace, layer, day, hover.region);
  return (
    <div className="map-tooltip" aria-hidden="true" style={{ left: hover.x + 14, top: hover.y + 16, ...(hover.x > hover.width - 220 ? { left: hover.x - 14, transform: 'translateX(-100%)' } : {}) }}>
      <strong>{local(region.name)}</strong>
      <span>{t(`map.layer.${layer}`)}: {trace === null ? t('map.value.unknown') : valueText(t, layer, layerValue(trace, layer, day, hover.region), confidence, language)}</span>
      <span className="muted">{t(`map.confidence.${confidence}`)}</span>
    </div>
  );
}
