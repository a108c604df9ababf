/** Signs and colours that the map and its legend share. Pictograms are drawn on a grid of 16 around 0, strokes of 1.2. */
import type { Colour, Theme } from './tokens.ts';

/** Hubs and bases: path, and whether it is filled. */
export const PICTOGRAMS = {
  port: { d: 'M0-5.5V5.5M-3-3H3M-5 1C-5 4-2.5 5.5 0 5.5S5 4 5 1', solid: false },
  airfield: { d: 'M0-6L1-1.5L6 1.5V2.8L1 1.4L.7 4.5L2.2 5.8V6.6L0 6L-2.2 6.6V5.8L-.7 4.5L-1 1.4L-6 2.8V1.5L-1-1.5Z', solid: true },
  depot: { d: 'M-5.5 5V-2L0-5.5L5.5-2V5ZM-3 5V0H3V5', solid: false },
  hospital: { d: 'M-1.5-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5V-1.5H-1.5Z', solid: true },
  camp: { d: 'M-6 4.5L0-5L6 4.5ZM0-1V4.5', solid: false },
  'protected-site': { d: 'M0-5.5L4.5-4V0C4.5 3 2.5 4.6 0 5.8C-2.5 4.6-4.5 3-4.5 0V-4Z', solid: false },
  'border-crossing': { d: 'M-5.5 5V-4M-5.5-3L5.5-1.5M5.5 5V-1.5M-1.5-2.4V0M2-2V.4', solid: false },
} as const;
export type Pictogram = keyof typeof PICTOGRAMS;

/** Kinds of incident by shape: strokes, and a filled part. */
export const INCIDENT_SIGNS = {
  battle: { stroke: 'M-3-3L3 3M-3 3L3-3', solid: '' },
  attack: { stroke: 'M-3.4-3.2H3.4', solid: 'M-2.6-1.2H2.6V3H-2.6Z' },
} as const;

/** Colours beside the tokens: land of others, rivers, fills of unit frames, the triangle of a degraded route and its ink. */
export interface MapColours {
  readonly land: Colour;
  readonly river: Colour;
  readonly frame: { readonly friend: Colour; readonly neutral: Colour; readonly unknown: Colour };
  readonly degraded: Colour;
  readonly onDegraded: Colour;
}

export const MAP_COLOURS: Readonly<Record<Theme, MapColours>> = {
  light: { land: '#e9ecee', river: '#7d9fbd', frame: { friend: '#cfe3f6', neutral: '#d5e8cc', unknown: '#f6edb9' }, degraded: '#ffd76a', onDegraded: '#1b1f24' },
  dark: { land: '#20262d', river: '#4f6f8c', frame: { friend: '#1d4671', neutral: '#2c5333', unknown: '#5b5220' }, degraded: '#f2c14e', onDegraded: '#1b1f24' },
};
