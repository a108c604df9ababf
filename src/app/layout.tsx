/** The Plan screen: top bar, map and inspector, transport, time line and ribbons, status line, and the splitters between them. */
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type ReactElement, type ReactNode, type RefObject } from 'react';
import { Button, I18nProvider } from 'react-aria-components';
import type { LoadShapes } from '../panels/compare-where.tsx';
import { Icon } from '../panels/icons.tsx';
import { PlanMenu } from '../panels/plan-menu.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { useText } from '../panels/text.ts';
import { NARROW, useMedia } from '../panels/timeline-axis.ts';
import { Timeline } from '../panels/timeline.tsx';
import { TopBar } from '../panels/top-bar.tsx';
import { Transport } from '../panels/transport.tsx';
import { Live, Rested, useSelect } from '../panels/use-session.ts';
import { useUi, useUiState } from '../panels/use-ui.ts';
import { Watermark } from '../panels/watermark.tsx';
import { keepPreference, readPreference } from '../io/browser.ts';
import type { SessionState } from '../session/types.ts';
import { Splitter } from './splitter.tsx';

const TOP = 48; // px
const BARS = 40 + 32; // transport and status, px
/** Share of the height between the bars that the map takes at first: on a screen of 900 px ribbons then have 80 px each. */
const MAP_SHARE = 0.42;
/** The same on a narrow screen, where one lane and one ribbon stand below. */
const MAP_SHARE_NARROW = 0.54;
const MAP_LEAST = 180;
const LANES_LEAST = 190;
const SIDE_LEAST = 264;
const SIDE_MOST = 620;
const MAP_LEAST_WIDTH = 400;
const DIALOGS_AFTER = 4000; // ms

// boards have nothing to show before the first answer: they load while it is computed
const Inspector = lazy(() => import('../panels/inspector.tsx').then(({ Inspector }) => ({ default: Inspector })));
const ActionPanel = lazy(() => import('../panels/action-panel.tsx').then(({ ActionPanel }) => ({ default: ActionPanel })));
const NudgeBar = lazy(() => import('../panels/nudge-bar.tsx').then(({ NudgeBar }) => ({ default: NudgeBar })));
const Dialogs = lazy(() => import('./dialogs.tsx'));
const loadShapes: LoadShapes = async model => (await import('../map/region-shapes.ts')).regionShapes(model);
const CompareScreen = lazy(() => import('../panels/compare-screen.tsx'));

interface Sizes {
  /** Height of the map row and width of the inspector, px; absent until the person moves a splitter. */
  readonly map?: number;
  readonly side?: number;
}

const pageSize = (): readonly [number, number] => [window.innerWidth, window.innerHeight];

function usePageSize(): readonly [number, number] {
  const [size, setSize] = useState(pageSize);
  useEffect(() => {
    const changed = (): void => { setSize(pageSize()); };
    window.addEventListener('resize', changed);
    return () => { window.removeEventListener('resize', changed); };
  }, []);
  return size;
}

const sizesOf = (value: unknown): Sizes => {
  const { map, side } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { ...(typeof map === 'number' ? { map } : {}), ...(typeof side === 'number' ? { side } : {}) };
};

/** Hash of the plan that the numbers on the screen belong to; absent until they, and those of the plan compared with, rest on all futures. */
function shownPlanHash({ document, baseline, preview, results, resultState }: SessionState): string | undefined {
  const plan = document.activePlan;
  const whole = [plan, baseline ?? plan].every(id => resultState[id]?.phase === 'settled');
  return preview === null && whole ? results[plan]?.planHash : undefined;
}

/** @param map the map panel, which the page gives because it alone knows how to mount it */
export function Layout({ map }: { readonly map: ReactNode }): ReactElement {
  const t = useText();
  const ui = useUi();
  const language = useSelect(state => state.language);
  const narrow = useMedia(NARROW);
  const page = useRef<HTMLDivElement>(null);
  const screen = useSelect(state => state.screen);
  const [width, height] = usePageSize();
  const [sizes, setSizes] = useState<Sizes>(() => sizesOf(readPreference('sizes')));
  // dialogs come when one is asked for first, and in any case when the page has had time to draw
  const wanted = useUiState(state => state.dialog !== null || state.form !== null || state.question !== null || state.historical !== null);
  const [isAsked, setAsked] = useState(wanted);
  if (wanted && !isAsked) setAsked(true);
  useEffect(() => { const timer = setTimeout(() => { setAsked(true); }, DIALOGS_AFTER); return () => { clearTimeout(timer); }; }, []);
  const inspector = useUiState(state => state.inspector) || !narrow;
  const editAction = useCallback((id: string): void => { ui.editAction(id); }, [ui]);
  const keep = useCallback((next: Sizes): void => { setSizes(next); keepPreference('sizes', next); }, []);

  const between = height - TOP - BARS - (narrow ? 56 + 4 : 0);
  const mapMost = Math.max(MAP_LEAST, between - LANES_LEAST);
  const mapHeight = Math.round(Math.min(mapMost, Math.max(MAP_LEAST, sizes.map ?? between * (narrow ? MAP_SHARE_NARROW : MAP_SHARE))));
  const sideMost = Math.max(SIDE_LEAST, Math.min(SIDE_MOST, width - MAP_LEAST_WIDTH));
  const side = Math.round(Math.min(sideMost, Math.max(SIDE_LEAST, sizes.side ?? (narrow ? 344 : width >= 1400 ? 384 : 348))));
  const style = { '--map-height': `${mapHeight}px`, '--side-width': `${side}px` } as CSSProperties;
  return (
    <I18nProvider locale={language}><Rested>
      <div className="page" ref={page} style={style} data-narrow={narrow || undefined} data-inspector={inspector || undefined}>
        <Live><PlanHash page={page} /></Live>
        <TopBar />
        {screen === 'compare' && <Suspense fallback={<main className="compare" />}><CompareScreen shapes={loadShapes} /></Suspense>}
        {screen === 'plan' && <main className="page-main">
          <section className="page-map" data-pane="map" aria-label={t('shell.map')} tabIndex={-1}>
            <div className="page-map-room">{map}</div>
            <Watermark />
            {narrow && !inspector && <Button className="button inspector-open" onPress={() => { ui.store.set({ inspector: true }); }}><Icon name="info" />{t('shell.showInspector')}</Button>}
          </section>
          {inspector && <Splitter label={t('shell.split.side')} orientation="vertical" value={side} min={SIDE_LEAST} max={sideMost} sign={-1} onChange={value => { keep({ ...sizes, side: value }); }} onReset={() => { keep({ map: sizes.map }); }} />}
          {inspector && (
            <aside className="page-inspector" data-pane="inspector" aria-label={t('shell.inspector')} tabIndex={-1}>
              <Suspense fallback={null}><Inspector /></Suspense>
              {narrow && <Button className="button plain icon-only inspector-close" aria-label={t('shell.hideInspector')} onPress={() => { ui.store.set({ inspector: false }); }}><Icon name="close" /></Button>}
            </aside>
          )}
          <Splitter label={t('shell.split.map')} orientation="horizontal" value={mapHeight} min={MAP_LEAST} max={mapMost} onChange={value => { keep({ ...sizes, map: value }); }} onReset={() => { keep({ side: sizes.side }); }} />
          <div className="page-transport"><Transport /><PlanMenu /></div>
          <section className="page-timeline" data-pane="timeline" tabIndex={-1} aria-label={t('shell.timeline')}>
            <Start />
            <Live><Timeline aside={narrow ? undefined : <Suspense fallback={null}><ActionPanel /></Suspense>} onEdit={editAction} /></Live>
          </section>
        </main>}
        {narrow && screen === 'plan' && <Suspense fallback={null}><Live><NudgeBar /></Live></Suspense>}
        <StatusLine />
        {isAsked && <Suspense fallback={null}><Dialogs /></Suspense>}
      </div>
    </Rested></I18nProvider>
  );
}

/** Says on the page which plan its numbers belong to, without rendering the page. */
function PlanHash({ page }: { readonly page: RefObject<HTMLDivElement | null> }): null {
  const hash = useSelect(shownPlanHash);
  useLayoutEffect(() => {
    if (hash === undefined) page.current?.removeAttribute('data-plan-hash');
    else page.current?.setAttribute('data-plan-hash', hash);
  }, [hash, page]);
  return null;
}

/** Where nothing is open: the way to the shelf. It waits a moment, for a scenario may be on its way. */
function Start(): ReactElement | null {
  const t = useText();
  const ui = useUi();
  const isOpen = useSelect(state => state.model !== null);
  if (isOpen) return null;
  return <div className="page-waiting"><Button className="button primary" onPress={() => { ui.openDialog('scenarios'); }}>{t('shell.choose')}</Button></div>;
}
