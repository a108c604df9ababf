/** Compare: two plans over the same futures. The sentence first, then the difference, its course, the cost of delay, and every outcome. */
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { OUTCOME_NAMES } from '../session/compare-reading.ts';
import { OUTCOME_WORDS } from '../session/words.ts';
import type { Plan } from '../plan/schema.ts';
import type { OutcomeName } from '../scenario/schema.ts';
import { CompareDelay } from './compare-delay.tsx';
import { CompareDifference } from './compare-difference.tsx';
import { CompareLead } from './compare-lead.tsx';
import { CompareOverTime } from './compare-over-time.tsx';
import { CompareTable } from './compare-table.tsx';
import { CompareTiming } from './compare-timing.tsx';
import { CompareWhere, type LoadShapes } from './compare-where.tsx';
import { useLocal, useText, type TextKey } from './text.ts';
import { planVariable } from './timeline-text.ts';
import { usePair, type Pair } from './use-pair.ts';
import { useSelect, useSession } from './use-session.ts';
import './compare.css';

/** The Compare screen; it needs two plans. @param shapes outlines of the regions, from the map's module */
export default function CompareScreen({ shapes }: { readonly shapes: LoadShapes }): ReactElement {
  const t = useText();
  const session = useSession();
  const pair = usePair();
  if (pair === undefined) {
    return (
      <main className="compare compare-empty" data-pane="compare" tabIndex={-1} aria-label={t('compare.title')}>
        <p>{t('compare.needTwo')}</p>
        <Button className="button primary" onPress={() => { session.addPlan(session.get().document.activePlan); }}>{t('compare.duplicate')}</Button>
      </main>
    );
  }
  return (
    <main className="compare" data-pane="compare" tabIndex={-1} aria-label={t('compare.title')}>
      <CompareBar pair={pair} />
      <div className="compare-grid">
        <CompareLead pair={pair} />
        <CompareDifference pair={pair} />
        <CompareOverTime pair={pair} />
        <CompareDelay pair={pair} />
        <CompareTiming pair={pair} />
        <CompareWhere pair={pair} load={shapes} />
        <CompareTable pair={pair} />
      </div>
    </main>
  );
}

/** What is compared: two plans and an outcome. */
function CompareBar({ pair }: { readonly pair: Pair }): ReactElement {
  const t = useText();
  const session = useSession();
  const language = useSelect(state => state.language);
  const plans = useSelect(state => state.document.plans);
  const outcome = useSelect(state => state.compare.outcome);
  const { a, b } = pair;
  const runs = Math.min(a.result?.runs ?? 0, b.result?.runs ?? 0);
  const isSettled = useSelect(state => [a.plan.id, b.plan.id].every(id => state.resultState[id]?.phase === 'settled'));
  return (
    <div className="compare-bar" role="group" aria-label={t('compare.title')}>
      <Pick label="compare.plans" value={a.plan} plans={plans} onChange={id => {
        // the plan that is already on the other side changes sides
        if (id === b.plan.id) session.setCompare({ other: a.plan.id });
        session.activatePlan(id);
      }} />
      <Pick label="compare.with" value={b.plan} plans={plans.filter(plan => plan !== a.plan)} onChange={other => { session.setCompare({ other }); }} />
      <label className="compare-field"><span className="muted">{t('compare.outcome')}</span>
        <select className="input" value={outcome} onChange={event => { session.setCompare({ outcome: event.target.value as OutcomeName }); }}>
          {OUTCOME_NAMES.map(name => <option key={name} value={name}>{OUTCOME_WORDS[name][language]}</option>)}
        </select>
      </label>
      <span className="grow" />
      <span className="muted no-wrap" role="status">{t(isSettled ? 'compare.futures' : 'compare.settling', { runs })}</span>
    </div>
  );
}

function Pick({ label, value, plans, onChange }: { readonly label: TextKey; readonly value: Plan; readonly plans: readonly Plan[]; readonly onChange: (id: string) => void }): ReactElement {
  const t = useText();
  const local = useLocal();
  return (
    <label className="compare-field"><span className="muted">{t(label)}</span>
      <span className="compare-swatch" aria-hidden="true" style={{ background: planVariable(value.letter) }}>{value.letter}</span>
      <select className="input" value={value.id} onChange={event => { onChange(event.target.value); }}>
        {plans.map(plan => <option key={plan.id} value={plan.id}>{`${plan.letter === undefined || plan.letter === '' ? '' : `${plan.letter} · `}${local(plan.title)}`}</option>)}
      </select>
    </label>
  );
}
