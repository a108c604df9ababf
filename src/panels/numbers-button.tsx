/** The numbers behind a picture as a table in a popover, for who cannot or would rather not read the drawing. */
import type { ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import './numbers-button.css';

export interface NumbersProps {
  readonly name: string;
  readonly head: readonly string[];
  /** Rows of cells, the first of each is its heading; asked for only while the table is open. */
  readonly rows: () => readonly (readonly string[])[];
}

export function NumbersButton({ name, head, rows }: NumbersProps): ReactElement {
  const t = useText();
  return (
    <DialogTrigger>
      <Button className="button plain icon-only" aria-label={t('compare.numbers', { name })}><Icon name="table" size={14} /></Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="numbers-table" aria-label={name}><Numbers name={name} head={head} rows={rows} /></Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Numbers({ name, head, rows }: NumbersProps): ReactElement {
  return (
    <table>
      <caption>{name}</caption>
      <thead><tr>{head.map(text => <th key={text} scope="col">{text}</th>)}</tr></thead>
      <tbody>{rows().map(([first, ...cells], i) => <tr key={i}><th scope="row">{first}</th>{cells.map((cell, j) => <td key={j}>{cell}</td>)}</tr>)}</tbody>
    </table>
  );
}
