/** The map's twin: every region with all its quantities on the day shown. Sorts, walks to neighbours by arrow keys, selects. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { regionInDirection, type Direction } from '../session/region-neighbours.ts';
import { countText, decimalText, outcomeText, shareText } from './format.ts';
import { Icon } from './icons.tsx';
import { regionFacts, type RegionFacts } from './map-facts.ts';
import { useLocal, useText } from './text.ts';
import { useDays } from './use-now.ts';
import { useSelect, useSession } from './use-session.ts';
import './controls.css';
import './map.css';

const COLUMNS = ['residents', 'tension', 'confidence', 'displaced', 'needReached', 'coverage', 'incidents', 'killed', 'presence', 'supply', 'report'] as const;
type Column = (typeof COLUMNS)[number] | 'region';
const SURE = { high: 3, medium: 2, low: 1, none: 0 } as const;
const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

interface Row extends RegionFacts { readonly id: string; readonly name: string; readonly residents: number; }

const valueOf = (row: Row, column: Column): number | string => (column === 'region' ? row.name : column === 'confidence' ? SURE[row.confidence] : row[column]);

export function RegionTable({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useText();
  const local = useLocal();
  const session = useSession();
  const days = useDays();
  const model = useSelect(state => state.model);
  const trace = useSelect(state => state.trace);
  const day = useSelect(state => Math.floor(state.day));
  const language = useSelect(state => state.language);
  const selected = useSelect(state => state.selection.region);
  const [sort, setSort] = useState<{ readonly column: Column; readonly isDown: boolean }>({ column: 'tension', isDown: true });
  const [focus, setFocus] = useState<string | null>(null);
  const rows = useRef(new Map<string, HTMLTableRowElement>());
  const box = useRef<HTMLDivElement>(null);

  const list = useMemo(() => {
    if (model === null || trace === null || trace.regions.tension.length !== trace.days * model.scenario.regions.length) return [];
    const all = model.scenario.regions.map((region, r): Row => ({ ...regionFacts(trace, Math.min(day, trace.days - 1), r), id: region.id, name: local(region.name), residents: region.population }));
    const sign = sort.isDown ? -1 : 1;
    return all.sort((a, b) => {
      const [x, y] = [valueOf(a, sort.column), valueOf(b, sort.column)];
      return (typeof x === 'string' ? x.localeCompare(String(y), language) : x - (y as number)) * sign || a.region - b.region;
    });
  }, [model, trace, day, sort, local, language]);

  const current = [focus, selected, list[0]?.id].find(id => id !== null && id !== undefined && list.some(row => row.id === id)) ?? null;
  const start = useRef(current);
  useEffect(() => { (start.current === null ? box.current : rows.current.get(start.current) ?? box.current)?.focus(); }, []);

  const goTo = (id: string | undefined): void => {
    if (id === undefined) return;
    setFocus(id);
    rows.current.get(id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') { event.stopPropagation(); onClose(); return; }
    if (!(event.target instanceof HTMLTableRowElement) || model === null || current === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = list.findIndex(row => row.id === current);
    const way = ARROWS[event.key];
    if (way !== undefined) goTo(model.scenario.regions[regionInDirection(model, model.regionIndex[current]!, way)]?.id);
    else if (event.key === 'PageUp') goTo(list[Math.max(0, place - 1)]?.id);
    else if (event.key === 'PageDown') goTo(list[Math.min(list.length - 1, place + 1)]?.id);
    else if (event.key === 'Home') goTo(list[0]?.id);
    else if (event.key === 'End') goTo(list.at(-1)?.id);
    else if (event.key === 'Enter' || event.key === ' ') session.select({ region: current });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="region-table" ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className="row region-table-head">
        <h2 className="board-title clip">{t('map.table.title', { day: `${days.day(day)} · ${days.date(day)}` })}</h2>
        <span id="region-table-hint" className="muted clip grow">{t('map.table.hint')}</span>
        <Button className="button" onPress={onClose}><Icon name="close" />{t('map.table.close')}</Button>
      </header>
      {list.length === 0 ? <p className="board-empty">{t('map.table.empty')}</p> : (
        <div className="region-table-scroll">
          <table aria-describedby="region-table-hint">
            <thead>
              <tr>
                {(['region', ...COLUMNS] as const).map(column => (
                  <th key={column} scope="col" className={column === 'region' ? undefined : 'end'} aria-sort={sort.column !== column ? 'none' : sort.isDown ? 'descending' : 'ascending'}>
                    <button type="button" className="sort" title={t('map.table.sort', { column: t(`map.table.${column}`) })} onClick={() => { setSort({ column, isDown: sort.column === column ? !sort.isDown : column !== 'region' }); }}>
                      {t(`map.table.${column}`)}<span className="sort-sign" aria-hidden="true">{sort.column !== column ? '' : sort.isDown ? '↓' : '↑'}</span>
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map(row => {
                const isKnown = row.confidence !== 'none';
                const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
                  residents: countText(row.residents, language), tension: isKnown ? decimalText(row.tension, language) : '–', confidence: t(`map.short.${row.confidence}`), displaced: isKnown ? (row.displaced < 100 ? countText(row.displaced, language) : outcomeText(row.displaced, language)) : '–',
                  needReached: isKnown ? shareText(row.needReached, language) : '–', coverage: shareText(row.coverage, language), incidents: countText(row.incidents, language), killed: countText(row.killed, language), presence: countText(row.presence, language),
                  supply: row.presence >= 1 ? countText(row.supply, language) : '–', report: row.report < 0 ? t('map.table.noReport') : days.day(row.report),
                };
                return (
                  <tr key={row.id} ref={element => { if (element === null) rows.current.delete(row.id); else rows.current.set(row.id, element); }} tabIndex={row.id === current ? 0 : -1} aria-selected={row.id === selected} onFocus={() => { setFocus(row.id); }} onClick={() => { session.select({ region: row.id }); }}>
                    <th scope="row">{row.name}</th>
                    {COLUMNS.map(column => <td key={column} className="end">{cells[column]}</td>)}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
