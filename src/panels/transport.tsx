/** The transport: playing through the days, plans, what they are compared with, the scale of the axis, the state of the results. */
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Slider, SliderThumb, SliderTrack, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { planDash } from '../charts/tokens.ts';
import { within } from '../charts/scale.ts';
import { textIn } from '../scenario/localize.ts';
import { nextEventDay } from '../session/playback.ts';
import { SETTLED_RUNS } from '../session/simulations.ts';
import { DAYS_PER_SECOND, SPEEDS, type Speed } from '../session/types.ts';
import { dateText, dayText } from './format.ts';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import './menu.css';
import './timeline.css';
import { NARROW, useDayShown, useMedia } from './timeline-axis.ts';
import { TimelineIcon } from './timeline-icon.tsx';
import { planVariable } from './timeline-text.ts';
import { timelineView, useView, ZOOM_STEP } from './timeline-view.ts';
import { useSelect, useSession } from './use-session.ts';

/** Key of "nothing" in the list of plans to compare with. */
const NOTHING = ' ';

export function Transport(): ReactElement {
  const t = useText();
  const narrow = useMedia(NARROW);
  return (
    <div className="transport" role="group" aria-label={t('timeline.transport')} data-narrow={narrow || undefined}>
      <Steps narrow={narrow} />
      <SpeedChoice />
      {!narrow && <span className="rule" />}
      <DayLabel />
      <span className="rule" />
      <PlanChips narrow={narrow} />
      <span className="rule" />
      <BaselinePicker />
      <span className="grow" />
      {!narrow && <AxisControls />}
      <ResultChip narrow={narrow} />
    </div>
  );
}

function Steps({ narrow }: { readonly narrow: boolean }): ReactElement {
  const session = useSession();
  const t = useText();
  const playing = useSelect(state => state.playing);
  const days = useSelect(state => state.model?.scenario.days ?? 1);
  // Setting a day while playing pauses first.
  const step = (by: number): void => { session.setDay(within(Math.round(session.get().day) + by, 0, days - 1)); };
  const jump = (direction: 1 | -1): void => { session.setDay(nextEventDay(session.get(), direction)); };
  return (
    <div className="transport-steps">
      {!narrow && <Button className="button plain icon-only" aria-label={t('timeline.previous')} onPress={() => { jump(-1); }}><TimelineIcon name="previous" size={14} /></Button>}
      <Button className="button plain icon-only" aria-label={t('timeline.back')} onPress={() => { step(-1); }}><TimelineIcon name="back" size={14} /></Button>
      <Button className="button transport-play" onPress={() => { session.play(!session.get().playing); }}><TimelineIcon name={playing ? 'pause' : 'play'} size={13} />{t(playing ? 'timeline.pause' : 'timeline.play')}</Button>
      <Button className="button plain icon-only" aria-label={t('timeline.forward')} onPress={() => { step(1); }}><TimelineIcon name="forward" size={14} /></Button>
      {!narrow && <Button className="button plain icon-only" aria-label={t('timeline.next')} onPress={() => { jump(1); }}><TimelineIcon name="next" size={14} /></Button>}
    </div>
  );
}

function SpeedChoice(): ReactElement {
  const session = useSession();
  const t = useText();
  const speed = useSelect(state => state.speed);
  return (
    <ToggleButtonGroup className="segments" aria-label={t('timeline.speed')} selectionMode="single" disallowEmptySelection selectedKeys={[String(speed)]} onSelectionChange={keys => { const [key] = keys; if (key !== undefined) session.setSpeed(Number(key) as Speed); }}>
      {SPEEDS.map(s => <ToggleButton key={s} id={String(s)} aria-label={t('timeline.speedOf', { speed: s, days: s * DAYS_PER_SECOND })}>{s}×</ToggleButton>)}
    </ToggleButtonGroup>
  );
}

/** The day shown, written without rendering. */
function DayLabel(): ReactElement {
  const language = useSelect(state => state.language);
  const start = useSelect(state => state.model?.scenario.start ?? '');
  const day = useRef<HTMLElement>(null);
  const date = useRef<HTMLSpanElement>(null);
  const follow = useMemo(() => (now: number): void => {
    if (day.current !== null) day.current.textContent = dayText(now, language);
    if (date.current !== null) date.current.textContent = dateText(start, now, language);
  }, [language, start]);
  useDayShown(follow);
  return <span className="transport-day"><b ref={day} /><span className="muted" ref={date} /></span>;
}

/** A short piece of a plan's line: colour and dash. */
export function PlanLine({ letter, baseline = false }: { readonly letter: string; readonly baseline?: boolean }): ReactElement {
  return <svg className="plan-line" width="18" height="8" aria-hidden="true"><path d="M0 4H18" fill="none" stroke={baseline ? 'var(--plan-baseline)' : planVariable(letter)} strokeWidth={baseline ? 1.6 : 2.4} strokeDasharray={baseline ? '5 3' : scaleDash(planDash(letter))} /></svg>;
}

/** Dashes of the charts, shortened so that a sample of 18 px shows two of them. */
const scaleDash = (dash: string): string | undefined => (dash === '' ? undefined : dash.split(' ').map(n => Math.max(1.5, Number(n) * 0.75)).join(' '));

function PlanChips({ narrow }: { readonly narrow: boolean }): ReactElement {
  const session = useSession();
  const t = useText();
  const language = useSelect(state => state.language);
  const plans = useSelect(state => state.document.plans);
  const active = useSelect(state => state.document.activePlan);
  const letter = plans.find(plan => plan.id === active)?.letter ?? '';
  return (
    <div className="transport-plans">
      <ToggleButtonGroup className="plan-chips" aria-label={t('timeline.plans')} selectionMode="single" disallowEmptySelection selectedKeys={[active]} onSelectionChange={keys => { const [key] = keys; if (key !== undefined) session.activatePlan(String(key)); }}>
        {plans.map(plan => (
          <ToggleButton key={plan.id} id={plan.id} className="plan-chip" aria-label={`${plan.letter} ${textIn(plan.title, language)}`}>
            <PlanLine letter={plan.letter} /><b>{plan.letter === '' ? '–' : plan.letter}</b>{!narrow && plan.id === active && <span className="clip">{textIn(plan.title, language)}</span>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Button className="button plain icon-only" aria-label={t('timeline.addPlan', { letter })} onPress={() => { session.addPlan(active); }}><Icon name="plus" size={14} /></Button>
    </div>
  );
}

function BaselinePicker(): ReactElement {
  const session = useSession();
  const t = useText();
  const language = useSelect(state => state.language);
  const plans = useSelect(state => state.document.plans);
  const active = useSelect(state => state.document.activePlan);
  const baseline = useSelect(state => state.baseline);
  return (
    <span className="transport-vs">
      <span className="muted" aria-hidden="true">{t('timeline.vs')}</span>
      <Select className="baseline" aria-label={t('timeline.baseline')} value={baseline ?? NOTHING} onChange={key => { session.setBaseline(key === NOTHING || key === null ? null : String(key)); }}>
        <Button className="button"><SelectValue className="baseline-value" /><Icon name="chevron" size={12} /></Button>
        <Popover className="popover">
          <ListBox className="menu">
            {plans.map(plan => <ListBoxItem key={plan.id} id={plan.id} className="menu-item" textValue={`${plan.letter} ${textIn(plan.title, language)}`} isDisabled={plan.id === active && plan.id !== baseline}><PlanLine letter={plan.letter} baseline /><b>{plan.letter}</b><span className="clip">{textIn(plan.title, language)}</span></ListBoxItem>)}
            <ListBoxItem id={NOTHING} className="menu-item" textValue={t('timeline.baselineNone')}>{t('timeline.baselineNone')}</ListBoxItem>
          </ListBox>
        </Popover>
      </Select>
    </span>
  );
}

function AxisControls(): ReactElement {
  const view = timelineView(useSession());
  const t = useText();
  const zoom = useView(v => v.zoom);
  const snap = useView(v => v.snap);
  const set = (value: number): void => { view.set({ zoom: within(value, 0, 1) }); };
  return (
    <>
      <ToggleButton className="button plain icon-only snap" aria-label={t('timeline.snap')} isSelected={snap} onChange={on => { view.set({ snap: on }); }}><TimelineIcon name="magnet" size={15} /></ToggleButton>
      <div className="zoom">
        <Button className="button plain icon-only" aria-label={t('timeline.zoomOut')} isDisabled={zoom <= 0} onPress={() => { set(view.get().zoom - ZOOM_STEP); }}><Icon name="minus" size={14} /></Button>
        <Slider className="zoom-slider" aria-label={t('timeline.zoom')} minValue={0} maxValue={1} step={0.01} value={zoom} onChange={value => { set(value as number); }}>
          <SliderTrack className="zoom-track"><SliderThumb className="zoom-thumb" /></SliderTrack>
        </Slider>
        <Button className="button plain icon-only" aria-label={t('timeline.zoomIn')} isDisabled={zoom >= 1} onPress={() => { set(view.get().zoom + ZOOM_STEP); }}><Icon name="plus" size={14} /></Button>
      </div>
      <span className="rule" />
    </>
  );
}

/** How far the results of the plan shown have come. */
function ResultChip({ narrow }: { readonly narrow: boolean }): ReactElement {
  const session = useSession();
  const t = useText();
  const state = useSelect(s => s.resultState[s.document.activePlan]);
  const ring = useRef<SVGCircleElement>(null);
  const runs = state !== undefined && 'runs' in state ? state.runs : 0;
  useEffect(() => { ring.current?.style.setProperty('stroke-dashoffset', String(RING * (1 - Math.min(1, runs / SETTLED_RUNS)))); }, [runs]);
  const phase = state?.phase ?? 'idle';
  if (state?.phase === 'error') {
    return <span className="result-state"><span className="chip critical" title={state.message} role="alert"><Icon name="warning" size={12} />{t('timeline.state.error')}</span><Button className="button" onPress={() => { session.retry(); }}>{t('timeline.state.retry')}</Button></span>;
  }
  const text = phase === 'idle' ? t('timeline.state.idle') : t(`timeline.state.${phase as 'drafting' | 'refining' | 'settled' | 'stale'}`, { runs });
  return (
    <span className="result-state">
      <span className={`chip ${phase === 'settled' ? 'ok' : phase === 'stale' ? 'limit' : ''}`} data-phase={phase} title={text}>
        {phase === 'settled' ? <Icon name="check" size={12} /> : phase === 'stale' ? <Icon name="warning" size={12} /> : phase === 'idle' ? null : <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle className="ring-ground" cx="6" cy="6" r="4.5" /><circle className="ring" ref={ring} cx="6" cy="6" r="4.5" strokeDasharray={RING} transform="rotate(-90 6 6)" /></svg>}
        {narrow ? text.replace(/^.*· /, '') : text}
      </span>
      {phase === 'stale' && <Button className="button" onPress={() => { session.retry(); }}>{t('timeline.state.retry')}</Button>}
    </span>
  );
}

/** Length of the progress ring. */
const RING = 2 * Math.PI * 4.5;
