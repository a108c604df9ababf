/** Icons of the lanes and the transport, drawn like those of icons.tsx: a 16-unit square, strokes of 1.4 or filled shapes. */
import type { ReactElement } from 'react';

const STROKES = {
  diplomacy: 'M2 3h8v5.5H6L3.6 10.6V8.5H2zM11.8 6H14v5h-1.3v1.8L10.4 11H7.5V9.8',
  council: 'M2 6 8 2.4 14 6zM3.5 6v6M6.5 6v6M9.5 6v6M12.5 6v6M2 13.4h12',
  deployments: 'M8 1.8 13 3.6v4c0 3.2-2.1 5.4-5 6.6-2.9-1.2-5-3.4-5-6.6v-4z',
  logistics: 'M1.5 4h7.5v7H1.5zM9 6.3h3l2.3 2.4V11H9M4.5 11a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8M11.5 11a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8',
  aid: 'M8 13.8C4.2 11.2 2 9 2 6.5A3 3 0 0 1 8 5a3 3 0 0 1 6 1.5c0 2.5-2.2 4.7-6 7.3z',
  magnet: 'M3.5 2.5v5.2a4.5 4.5 0 0 0 9 0V2.5H9.8v5a1.8 1.8 0 0 1-3.6 0v-5zM3.5 5h2.7M9.8 5h2.7',
  link: 'M6.6 9.4 9.4 6.6M7 4.6l1.6-1.5a2.9 2.9 0 0 1 4.2 4.1L11.2 8.9M9 11.4l-1.6 1.5a2.9 2.9 0 0 1-4.2-4.1L4.8 7.1',
} as const;
const SHAPES = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  previous: 'M12 3v10L5.5 8zM3.5 3H5v10H3.5z',
  next: 'M4 3v10l6.5-5zM11 3h1.5v10H11z',
  back: 'M10.5 3.5v9L4.5 8z',
  forward: 'M5.5 3.5v9l6-4.5z',
} as const;

export type TimelineIconName = keyof typeof STROKES | keyof typeof SHAPES;

export function TimelineIcon({ name, size = 16 }: { readonly name: TimelineIconName; readonly size?: number }): ReactElement {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {name in SHAPES
        ? <path d={SHAPES[name as keyof typeof SHAPES]} fill="currentColor" />
        : <path d={STROKES[name as keyof typeof STROKES]} fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round" strokeLinejoin="round" />}
    </svg>
  );
}
