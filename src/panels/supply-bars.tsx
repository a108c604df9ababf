/** Days of supply as bars with lines at 7, 14 and 30 days. */
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useText } from './text.ts';

/** Days at which planners look up: a week is the alarm, a month the norm for reserves. */
export const SUPPLY_LINES = [7, 14, 30] as const;
const AXIS_DAYS = 34;
export const COMMODITIES = ['rations', 'water', 'fuel', 'spares'] as const;
export type Commodity = (typeof COMMODITIES)[number];

export interface SupplyRow {
  readonly name: string;
  readonly days: number;
  readonly note?: ReactNode | undefined;
  /** Makes the name a button. */
  readonly pick?: { readonly isChosen: boolean; readonly onPick: () => void };
}

/** @param isWide leaves more room for the names */
export function SupplyBars({ rows, isWide = false }: { readonly rows: readonly SupplyRow[]; readonly isWide?: boolean }): ReactElement {
  const t = useText();
  return (
    <table className={isWide ? 'bars wide' : 'bars'}>
      <tbody>
        {rows.map(row => {
          const low = row.days < SUPPLY_LINES[0];
          return (
            <tr key={row.name}>
              <th scope="row" className="clip">{row.pick === undefined ? row.name : <Button className="cell-button clip" aria-current={row.pick.isChosen ? 'true' : undefined} onPress={row.pick.onPick}>{row.name}</Button>}</th>
              <td className="bar-cell" aria-hidden="true">
                <span className="bar-track">
                  <span className={low ? 'bar-fill low' : 'bar-fill'} style={{ width: `${Math.min(100, (row.days / AXIS_DAYS) * 100)}%` }} />
                  {SUPPLY_LINES.map(line => <span key={line} className="bar-line" style={{ left: `${(line / AXIS_DAYS) * 100}%` }} />)}
                </span>
              </td>
              <td className={`end strong no-wrap${low ? ' warn' : ''}`}>{t('inspector.days', { days: Math.round(row.days) })}</td>
              {row.note !== undefined && <td className="muted no-wrap">{row.note}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
