/** The numbers of a ribbon as a table, for who cannot or would rather not read the drawing. */
import type { ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { fanAt } from '../charts/fan.ts';
import type { PlanResult, SeriesName } from '../study/results.ts';
import { dayText } from './format.ts';
import { Icon } from './icons.tsx';
import { rangeText, seriesText } from './series-text.ts';
import { useText } from './text.ts';
import { useSelect } from './use-session.ts';

/** Days between rows. */
const STEP = 30;

interface SeriesTableProps {
  readonly series: SeriesName;
  readonly name: string;
  readonly result: PlanResult;
}

export function SeriesTable({ series, name, result }: SeriesTableProps): ReactElement {
  const t = useText();
  return (
    <DialogTrigger>
      <Button className="ribbon-table-button" aria-label={t('timeline.ribbon.table', { name })}><Icon name="table" size={14} /></Button>
      <Popover className="popover" placement="top start">
        <Dialog className="ribbon-table" aria-label={name}>
          <Numbers series={series} name={name} result={result} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Built only while the table is open. */
function Numbers({ series, name, result }: SeriesTableProps): ReactElement {
  const t = useText();
  const language = useSelect(state => state.language);
  const days = [...Array.from({ length: Math.ceil(result.days / STEP) }, (_, i) => i * STEP), result.days - 1].filter((day, i, all) => all.indexOf(day) === i);
  return (
    <table>
      <caption>{name}</caption>
      <thead><tr><th scope="col">{t('timeline.ribbon.day')}</th><th scope="col">{t('timeline.ribbon.median')}</th><th scope="col">{t('timeline.ribbon.half')}</th><th scope="col">{t('timeline.ribbon.most')}</th></tr></thead>
      <tbody>
        {days.map(day => {
          const [p5, p25, median, p75, p95] = fanAt(result.bands[series], day);
          return <tr key={day}><th scope="row">{dayText(day, language)}</th><td>{seriesText(series, median, language)}</td><td>{rangeText(series, p25, p75, language)}</td><td>{rangeText(series, p5, p95, language)}</td></tr>;
        })}
      </tbody>
    </table>
  );
}
