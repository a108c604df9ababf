/** Units of a deployment or redeployment: six strengths on the day shown, and the pipeline beside doctrine and record. */
import { useMemo, type CSSProperties, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { pipelineChart, placeOf, type DaySpan, type PipelineChart, type PipelineStage, type StageMark } from '../charts/pipeline.ts';
import type { ActionOf } from '../plan/schema.ts';
import type { Milestone } from '../study/results.ts';
import { countText } from './format.ts';
import { LEAD_PACES, leadPaces, type LeadPace } from './lead-paces.ts';
import { NumbersButton } from './numbers-button.tsx';
import { useText, type TextKey } from './text.ts';
import { STRENGTHS, strengthsOf } from './unit-strengths.ts';
import { useDays, useShownPlan, useShownResult } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';
import './logistics.css';

type UnitAction = ActionOf<'deploy'> | ActionOf<'redeploy'>;

/** Stages, the milestones that end them, and those that begin them beside the stage before: people have effect before their equipment is there. */
const STAGES: Readonly<Record<UnitAction['kind'], readonly (readonly [stage: string, mark: Milestone, name: TextKey, from?: Milestone])[]>> = {
  deploy: [
    ['authorisation', 'authorised', 'timeline.phase.authorisation'], ['generation', 'generated', 'timeline.phase.generation'], ['lift', 'lifted', 'timeline.phase.lift'],
    ['movement', 'arrived', 'timeline.phase.movement'], ['buildUp', 'fullEffect', 'timeline.phase.buildUp', 'firstEffect'],
  ],
  redeploy: [['movement', 'firstEffect', 'timeline.phase.movement'], ['buildUp', 'fullEffect', 'timeline.phase.buildUp']],
};
/** Stages in which nobody is in the theatre yet. */
const AWAY: readonly string[] = ['authorisation', 'generation', 'lift'];

export function UnitPanel({ action }: { readonly action: UnitAction }): ReactElement {
  return <><Strengths action={action} /><Pipeline action={action} /></>;
}

function Strengths({ action }: { readonly action: UnitAction }): ReactElement | null {
  const t = useText();
  const { day: dayName } = useDays();
  const language = useSelect(state => state.language);
  const day = useSelect(state => state.day);
  const trace = useSelect(state => state.trace);
  const model = useSelect(state => state.model);
  const row = useShownPlan()?.actions.findIndex(item => item.id === action.id) ?? -1;
  if (trace === null || model === null || row < 0) return null;
  const total = action.amount * (model.unitTypes.find(type => type.id === action.unit)?.people ?? 0);
  const strengths = strengthsOf(trace, row, day, model.unitTypes, action.kind === 'redeploy');
  return (
    <section aria-label={t('pipeline.strengths', { day: dayName(day) })}>
      <div className="row"><h3 className="strong no-wrap">{t('pipeline.strengths', { day: dayName(day) })}</h3><span className="muted clip">{t('pipeline.strengths.hint', { total: countText(total, language) })}</span></div>
      <dl className="strengths">
        {STRENGTHS.map(name => (
          <div key={name}>
            <dt>{t(`pipeline.strength.${name}`)}</dt><dd>{countText(strengths[name], language)}</dd>
            <i aria-hidden="true" style={{ '--share': `${total > 0 ? Math.min(100, (strengths[name] / total) * 100) : 0}%` } as CSSProperties} />
          </div>
        ))}
      </dl>
    </section>
  );
}

function Pipeline({ action }: { readonly action: UnitAction }): ReactElement | null {
  const t = useText();
  const { day: dayName } = useDays();
  const plan = useShownPlan();
  const model = useSelect(state => state.model);
  const milestones = useShownResult()?.actions.find(item => item.id === action.id)?.milestones;
  const end = useShownResult()?.days ?? 1;
  const stages = STAGES[action.kind];
  const paces = useMemo(() => {
    if (action.kind !== 'deploy' || plan === undefined || model === null || milestones === undefined || milestones.begun < 0) return undefined;
    return leadPaces(action, plan, model, milestones.authorised < 0 ? milestones.begun : milestones.authorised);
  }, [action, plan, model, milestones]);
  if (milestones === undefined || milestones.begun < 0) return null;
  const marks = stages.map(([stage, mark, , from]): StageMark => ({ stage, day: milestones[mark], ...(from === undefined ? {} : { from: milestones[from] }) }));
  const chart = pipelineChart(milestones.begun, marks, end - 1, paces === undefined ? [] : LEAD_PACES.map(pace => paces[pace]));
  const nameOf = (stage: string): string => t(stages.find(([own]) => own === stage)![2]);
  const daysText = (days: number): string => t('inspector.days', { days: Math.round(days) });
  const numbers = (): string[][] => [
    ...chart.stages.map(stage => (stage.state === 'never' ? [nameOf(stage.stage), t('pipeline.never'), '', ''] : [nameOf(stage.stage), dayName(stage.from), stage.state === 'open' ? t('pipeline.never') : dayName(stage.to), stage.state === 'open' ? '' : daysText(stage.to - stage.from)])),
    ...(paces === undefined ? [] : LEAD_PACES.map(pace => [t(`pipeline.${pace}`), dayName(paces[pace].low), dayName(paces[pace].high), t('pipeline.median', { days: dayName(paces[pace].median) })])),
  ];
  return (
    <section aria-label={t('pipeline')}>
      <div className="row">
        <h3 className="strong no-wrap">{t('pipeline')}</h3><span className="muted clip">{t('pipeline.hint')}</span><span className="grow" />
        <NumbersButton name={t('pipeline')} head={[t('pipeline.stage'), t('pipeline.from'), t('pipeline.to'), t('pipeline.days')]} rows={numbers} />
      </div>
      <table className="pipeline">
        <tbody>
          {chart.stages.map(stage => <StageRow key={stage.stage} stage={stage} name={nameOf(stage.stage)} chart={chart} />)}
          {paces !== undefined && LEAD_PACES.map(pace => <PaceRow key={pace} pace={pace} span={paces[pace]} chart={chart} />)}
          <tr aria-hidden="true"><th /><td><span className="gantt axis">{chart.ticks.map(day => <span key={day} style={{ left: `${placeOf(chart, day) * 100}%` }} className={placeOf(chart, day) < 0.08 ? 'first' : undefined}>{dayName(day)}</span>)}</span></td><td className="end" /></tr>
        </tbody>
      </table>
      {paces !== undefined && <p className="muted">{t('pipeline.paces')}</p>}
    </section>
  );
}

/** The day shown, on the track of a row. */
function Now({ chart }: { readonly chart: PipelineChart }): ReactElement | null {
  const day = useSelect(state => state.day);
  return day < chart.from || day > chart.to ? null : <span className="gantt-now" style={{ left: `${placeOf(chart, day) * 100}%` }} />;
}

function StageRow({ stage, name, chart }: { readonly stage: PipelineStage; readonly name: string; readonly chart: PipelineChart }): ReactElement {
  const t = useText();
  const session = useSession();
  const { day: dayName } = useDays();
  const from = placeOf(chart, stage.from);
  const shade = stage.state === 'open' ? ' open' : AWAY.includes(stage.stage) ? ' away' : '';
  return (
    <tr>
      <th scope="row" className="clip">{name}</th>
      <td aria-hidden="true"><span className="gantt">{stage.state !== 'never' && <span className={`gantt-bar${shade}`} style={{ left: `${from * 100}%`, width: `${(placeOf(chart, stage.to) - from) * 100}%` }} />}<Now chart={chart} /></span></td>
      <td className="end no-wrap">{stage.state === 'done' ? <Button className="cell-button" aria-label={t('pipeline.go', { stage: name, day: dayName(stage.to) })} onPress={() => { session.setDay(stage.to); }}>{dayName(stage.to)}</Button> : <span className="muted">{t('pipeline.never')}</span>}</td>
    </tr>
  );
}

function PaceRow({ pace, span, chart }: { readonly pace: LeadPace; readonly span: DaySpan; readonly chart: PipelineChart }): ReactElement {
  const t = useText();
  const { day: dayName } = useDays();
  const low = placeOf(chart, span.low);
  return (
    <tr title={`${dayName(span.low)}–${dayName(span.high)}`}>
      <th scope="row" className="clip muted">{t(`pipeline.${pace}`)}</th>
      <td aria-hidden="true"><span className="gantt"><span className="gantt-span" style={{ left: `${low * 100}%`, width: `${(placeOf(chart, span.high) - low) * 100}%` }} />{span.median <= chart.to && <span className="gantt-mark" style={{ left: `${placeOf(chart, span.median) * 100}%` }} />}<Now chart={chart} /></span></td>
      <td className="end no-wrap">{dayName(span.median)}</td>
    </tr>
  );
}
