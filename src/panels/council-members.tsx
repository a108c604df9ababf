/** Members of the Council on the day shown: seats by group, each position as a signed bar, the vote in words. */
import { useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { FutureTrace } from '../study/results.ts';
import { shareText } from './format.ts';
import { SignedBar, signedText } from './signed-bar.tsx';
import { useLocal, useText } from './text.ts';
import { TREND_DAYS, trendOf, useDays } from './use-now.ts';
import { useSelect } from './use-session.ts';

/** Positions −1 to 1 in four groups; a member with a veto that opposes may block. */
const GROUPS = [{ name: 'supports', from: 0.35 }, { name: 'leans', from: 0.1 }, { name: 'undecided', from: -0.1 }, { name: 'opposes', from: -2 }] as const;
const STEP = 0.03;
const groupOf = (position: number): number => GROUPS.findIndex(group => position >= group.from);
/** Spread of positions and danger of a veto in three words. */
export const spreadWord = (spread: number): 'close' | 'mixed' | 'split' => (spread < 0.2 ? 'close' : spread < 0.4 ? 'mixed' : 'split');
export const vetoWord = (danger: number): 'unlikely' | 'possible' | 'likely' => (danger < 0.15 ? 'unlikely' : danger < 0.5 ? 'possible' : 'likely');

export function CouncilMembers({ council }: { readonly council: FutureTrace['standing']['council'] }): ReactElement {
  const t = useText();
  const local = useLocal();
  const { day: dayName } = useDays();
  const language = useSelect(state => state.language);
  const { members } = useSelect(state => state.model)!.scenario.politics.council;
  const day = useSelect(state => state.day);
  const [open, setOpen] = useState(false);
  const at = (on: number, i: number): number => council.positions[on * members.length + i] ?? 0;
  const sorted = members.map((member, i) => ({ member, position: at(day, i), trend: trendOf(at(day, i), at(Math.max(0, day - TREND_DAYS), i), STEP) })).sort((a, b) => b.position - a.position);
  return (
    <section className="section" aria-label={t('council.members', { count: members.length })}>
      <div className="row"><h3 className="strong">{t('council.members', { count: members.length })}</h3><span className="grow" /><span className="small muted">{t('boards.council.asOf', { day: dayName(day) })}</span></div>
      <ul className="seats">
        {sorted.map(({ member, position }) => {
          const label = t('council.member', { name: local(member.name), position: t(`council.position.${GROUPS[groupOf(position)]!.name}`), veto: member.veto ? 'yes' : 'no' });
          return <li key={member.id} className={`seat group-${groupOf(position)}${member.veto ? ' veto' : ''}`} title={label}><span className="unseen">{label}</span></li>;
        })}
      </ul>
      <ul className="seat-legend">
        {GROUPS.map((group, i) => <li key={group.name}><i className={`seat-key group-${i}`} />{t(`council.position.${group.name}`)}<b>{sorted.filter(({ position }) => groupOf(position) === i).length}</b></li>)}
      </ul>
      <p className="board-words">{t('boards.council.words', { spread: t(`boards.spread.${spreadWord(council.divergence[day] ?? 0)}`), veto: t(`boards.veto.${vetoWord(council.veto[day] ?? 0)}`), neutrality: shareText(council.neutrality[day] ?? 0, language) })}</p>
      <Button className="button" aria-expanded={open} onPress={() => { setOpen(!open); }}>{t('boards.council.each')}</Button>
      {open && (
        <table className="board-table" aria-label={t('boards.council.each')}>
          <thead><tr><th scope="col">{t('boards.council.member')}</th><th scope="col"><span className="row"><span>{t('boards.council.against')}</span><span className="grow" /><span>{t('boards.council.for')}</span></span></th><th scope="col" className="end">{t('boards.council.position')}</th><th scope="col">{t('boards.council.trend')}</th></tr></thead>
          <tbody>
            {sorted.map(({ member, position, trend }) => (
              <tr key={member.id}>
                <th scope="row">{local(member.name)}{member.veto && <span className="muted"> · {t('boards.council.veto')}</span>}</th>
                <td className="bar-room"><SignedBar value={position} reach={1} /></td>
                <td className="end no-wrap">{signedText(position, language)}</td>
                <td className="muted">{t(`inspector.trend.${trend > 0 ? 'rising' : trend < 0 ? 'falling' : 'steady'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
