/** Parties board: each armed party's intent and stage, means and strength in classes, ceasefire, agreement, sanctions and talks. */
import { useState, type ReactElement } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FutureTrace } from '../study/results.ts';
import { shareText } from './format.ts';
import { holdOf, partyFacts, type PartyFacts } from './party-facts.ts';
import { useLocal, useText } from './text.ts';
import { useDays, useShownPlan } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';

/** Bite of sanctions that is worth a word. */
const FELT = 0.01;
const HOLD_CHIP = { none: 'chip', fragile: 'chip limit', partial: 'chip', firm: 'chip ok' } as const;

export function PartiesBoard(): ReactElement {
  const t = useText();
  const local = useLocal();
  const { day: dayName, date } = useDays();
  const model = useSelect(state => state.model);
  const trace = useSelect(state => state.trace);
  const day = useSelect(state => state.day);
  const [known, setKnown] = useState(true);
  if (trace === null || model === null) return <p className="board-empty">{t('inspector.waiting')}</p>;
  const { parties } = model.scenario;
  return (
    <>
      <header className="section row">
        <h2 className="board-title clip">{t('boards.parties.title')}</h2><span className="muted no-wrap">{dayName(day)} · {date(day)}</span>
        <span className="grow" />
        <ToggleButtonGroup className="segments" selectionMode="single" disallowEmptySelection selectedKeys={[known ? 'known' : 'truth']} onSelectionChange={keys => { setKnown(keys.has('known')); }} aria-label={t('inspector.warning.view')}>
          <ToggleButton id="known">{t('inspector.warning.known')}</ToggleButton>
          <ToggleButton id="truth">{t('inspector.warning.truth')}</ToggleButton>
        </ToggleButtonGroup>
      </header>
      <div className="board-scroll">
        {parties.length === 0 && <p className="board-empty">{t('boards.parties.none')}</p>}
        {parties.map((party, i) => {
          const facts = partyFacts(trace, model, i, day);
          const host = party.kind === 'host-government';
          return (
            <section key={party.id} className="section" aria-label={local(party.name)}>
              <div className="row">
                <h3 className="strong clip">{local(party.name)}</h3><span className="muted no-wrap">{t(`boards.kind.${party.kind}`)}</span><span className="grow" />
                {!host && <span className={HOLD_CHIP[holdOf(facts.ceasefire)]}>{t(`boards.hold.${holdOf(facts.ceasefire)}`)}</span>}
              </div>
              <PartyTable facts={facts} known={known} host={host} />
              {!host && <Talks party={party.id} trace={trace} />}
            </section>
          );
        })}
      </div>
    </>
  );
}

function PartyTable({ facts, known, host }: { readonly facts: PartyFacts; readonly known: boolean; readonly host: boolean }): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const share = (value: number): string => shareText(value, language);
  const felt = facts.constraint + facts.coercion + facts.hardening >= FELT;
  const rows: (readonly [name: string, value: string, more: string])[] = [
    [t('boards.party.intent'), known ? (facts.intentKnown === null ? t('boards.party.unknown') : t(`boards.level.${facts.intentKnown}`, { of: 'intent' })) : t(`boards.level.${facts.intentTrue}`, { of: 'intent' }), known ? t('boards.party.fromReports') : ''],
    [t('boards.party.stage'), known ? t(`boards.signs.${facts.signs}`) : t(`boards.stage.${facts.stage}`), known ? t('boards.party.recent') : ''],
    [t('boards.party.means'), t(`boards.level.${facts.means}`, { of: 'means' }), ''],
    [t('boards.party.strength'), t(`boards.strength.${facts.strength}`), t('boards.party.armed')],
    [t('boards.party.sanctions'), felt ? t('boards.party.bite', { constraint: share(facts.constraint), coercion: share(facts.coercion) }) : t('boards.party.noBite'), felt ? t('boards.party.hardened', { hardening: share(facts.hardening) }) : ''],
  ];
  if (!host) rows.push(
    [t('boards.party.ceasefire'), holdOf(facts.ceasefire) === 'none' ? t('boards.party.noCeasefire') : share(facts.ceasefire), ''],
    [t('boards.party.agreement'), facts.implementation < FELT && holdOf(facts.ceasefire) === 'none' ? t('boards.party.noAgreement') : t('boards.party.carriedOut', { share: share(facts.implementation) }), ''],
    [t('boards.party.trust'), share(facts.trust), ''],
  );
  return <table className="facts wide"><tbody>{rows.map(([name, value, more]) => <tr key={name}><th scope="row">{name}</th><td><span className="strong">{value}</span>{more !== '' && <span className="muted"> · {more}</span>}</td></tr>)}</tbody></table>;
}

/** Rounds of talks with the party that the plan holds: under way on the day shown, to come, over. */
function Talks({ party, trace }: { readonly party: string; readonly trace: FutureTrace }): ReactElement {
  const t = useText();
  const session = useSession();
  const { day: dayName } = useDays();
  const plan = useShownPlan();
  const day = useSelect(state => state.day);
  const language = useSelect(state => state.language);
  const selected = useSelect(state => state.selection.action);
  const checks = useSelect(state => state.checks[state.document.activePlan]);
  const talks = (plan?.actions ?? []).map((action, row) => ({ action, row })).filter(({ action }) => action.kind === 'mediate' && action.party === party);
  const dayOf = (row: number, what: 'begun' | 'over'): number => trace.log.find(entry => entry.row === row && entry.what === what)?.day ?? -1;
  if (talks.length === 0) return <p className="muted">{t('boards.talks.none')}</p>;
  return (
    <ul className="queue" aria-label={t('boards.talks')}>
      {talks.map(({ action, row }) => {
        const begun = dayOf(row, 'begun');
        const over = dayOf(row, 'over');
        const state = begun < 0 ? t('boards.talks.never') : begun > day ? t('boards.talks.from', { day: dayName(begun) }) : over >= 0 && over <= day ? t('boards.talks.over', { day: dayName(over) }) : t('boards.talks.underWay', { day: dayName(begun) });
        return (
          <li key={action.id} className="row">
            <Button className="cell-button clip" aria-current={action.id === selected ? 'true' : undefined} onPress={() => { session.select({ action: action.id }); }}>{checks?.actions.find(check => check.id === action.id)?.label[language] ?? action.id}</Button>
            <span className="grow" /><span className="muted no-wrap">{state}</span>
          </li>
        );
      })}
    </ul>
  );
}
