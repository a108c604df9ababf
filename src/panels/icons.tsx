/** Icons drawn to one rule: a 16-unit square, strokes of 1.5, the text's colour. They say nothing to assistive technology. */
import type { ReactElement } from 'react';

const PATHS = {
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
  undo: 'M5.5 3 2.5 6l3 3M2.8 6h6.2a4 4 0 0 1 0 8H6.5',
  redo: 'M10.5 3l3 3-3 3M13.2 6H7a4 4 0 0 0 0 8h2.5',
  dice: 'M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM5.5 5.4v.2M10.5 5.4v.2M8 7.9v.2M5.5 10.4v.2M10.5 10.4v.2',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3.05 3.05l1.13 1.13M11.82 11.82l1.13 1.13M3.05 12.95l1.13-1.13M11.82 4.18l1.13-1.13',
  moon: 'M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7z',
  help: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM6.2 6.2a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.3M8 11.3v.2',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.8 7v4M9.2 7v4',
  edit: 'M10.8 2.7l2.5 2.5-8 8-3.1.6.6-3.1zM9.3 4.2l2.5 2.5',
  download: 'M8 2v8M4.8 7.2 8 10.4l3.2-3.2M2.5 13.5h11',
  open: 'M1.5 12.5v-9h4.5l1.5 2h6v1.5M1.5 12.5l2-5.5h11.5l-2 5.5z',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  warning: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.5v.2',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 7.3v4M8 4.7v.2',
  route: 'M1.5 5h8v6h-8zM9.5 7.5h3l2 2V11h-5M4 11.5a1.2 1.2 0 1 0 0 .1M12 11.5a1.2 1.2 0 1 0 0 .1',
  table: 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M6.5 3v10',
  up: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  steady: 'M2.5 8h11M10 4.5 13.5 8 10 11.5',
  rising: 'M3 12.5 12 4M6.5 3.5H12.5V9.5',
  falling: 'M3 3.5 12 12M6.5 12.5H12.5V6.5',
  chevron: 'M4 6l4 4 4-4',
  forward: 'M6 4l4 4-4 4',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  globe: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM1.7 8h12.6M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth={name === 'more' ? 2.4 : 1.5} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
