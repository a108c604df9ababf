/** Load plan of a deployment: what it eats and what it takes to bring it, sum by sum with its source. */
import type { ReactElement } from 'react';
import { parametersOf } from '../plan/lead-times.ts';
import { figure, LOAD_PARTS, sumText } from '../plan/load-lines.ts';
import { loadPlan } from '../plan/load-plan.ts';
import type { ActionOf } from '../plan/schema.ts';
import type { ScenarioModel } from '../scenario/model.ts';
import { useText } from './text.ts';
import { useSelect } from './use-session.ts';
import './logistics.css';

export function LoadPlanSection({ action, model }: { readonly action: ActionOf<'deploy'>; readonly model: ScenarioModel }): ReactElement | null {
  const t = useText();
  const language = useSelect(state => state.language);
  const type = model.unitTypes.find(item => item.id === action.unit);
  if (type === undefined) return null;
  const { scenario } = model;
  const plan = loadPlan({ type, number: action.amount, p: parametersOf(scenario), scenario, to: action.destination });
  // what a planner asks first: flights if it flew, sailings, lorries, days
  const heads = ['sorties-il-76', 'sailings-', 'lorries-dry', 'whole-days'].flatMap(key => plan.lines.find(line => line.key.startsWith(key)) ?? []);
  const parts = LOAD_PARTS.map(part => ({ part, lines: plan.lines.filter(line => line.part === part) })).filter(({ lines }) => lines.length > 0);
  return (
    <div className="load-plan">
      <p className="strong">{t('load.sum', { people: figure(plan.people, language), tonnes: figure(plan.cargoTonnes, language) })}</p>
      <dl className="load-lines">{heads.map(line => <div key={line.key}><dt>{line.what[language]}</dt><dd className="result">{figure(line.result, language)} {line.unit[language]}</dd></div>)}</dl>
      {parts.map(({ part, lines }) => (
        <section key={part} aria-label={t(`load.part.${part}`)}>
          <h4>{t(`load.part.${part}`)}</h4>
          <dl className="load-lines">
            {lines.map(line => (
              <div key={line.key} title={line.source}>
                <dt>{line.what[language]}</dt>
                <dd className="result">{figure(line.result, language)} {line.unit[language]}</dd>
                <dd className="sum">{sumText(line, language)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {plan.notes.map(note => <p key={note.en} className="muted">{note[language]}</p>)}
    </div>
  );
}
