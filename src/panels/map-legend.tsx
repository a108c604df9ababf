/** The legend: classes and confidence of what fills the map, and the signs that are on. */
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { INCIDENT_SIGNS, MAP_COLOURS, PICTOGRAMS, type Pictogram } from '../charts/map-signs.ts';
import { mapLegend, type LegendSign, type MapLegend as Legend } from '../session/map-legend.ts';
import { axisText, shareText } from './format.ts';
import { Icon } from './icons.tsx';
import { useText } from './text.ts';
import { useDays } from './use-now.ts';
import { useSelect } from './use-session.ts';
import './map.css';

const FIVE = [1, 2, 3, 4, 5] as const;
const THREE = [1, 2, 3] as const;
const isPlate = (sign: string): sign is Pictogram => sign in PICTOGRAMS;

/** One sign as on the map. */
function Sign({ sign }: { readonly sign: LegendSign }): ReactElement {
  const theme = useSelect(state => state.theme);
  const { frame, degraded, onDegraded } = MAP_COLOURS[theme];
  const svg = (content: ReactNode): ReactElement => <svg className="legend-sign" width="28" height="16" viewBox="-14 -8 28 16" aria-hidden="true">{content}</svg>;
  if (isPlate(sign)) return svg(<g transform="scale(.86)"><rect x="-8.5" y="-8.5" width="17" height="17" rx="3" className="s-plate" /><path d={PICTOGRAMS[sign].d} className={PICTOGRAMS[sign].solid ? 's-solid' : 's-line'} /></g>);
  if (sign === 'battle' || sign === 'attack') return svg(<><circle r="6.5" className="s-plate" /><path d={INCIDENT_SIGNS[sign].solid} className="s-solid" /><path d={INCIDENT_SIGNS[sign].stroke} className="s-line strong" /></>);
  if (sign === 'route-open') return svg(<path d="M-17 0H17" className="s-route" strokeWidth="4" />);
  if (sign === 'route-degraded') return svg(<><path d="M-17 0H17" className="s-route" strokeWidth="3" strokeDasharray="8 5" /><path d="M0-6 6 4.500H-6Z" style={{ fill: degraded, stroke: onDegraded, strokeWidth: 1.1 }} /></>);
  if (sign === 'route-cut') return svg(<><path d="M-17 0H17" className="s-route" strokeWidth="2" strokeDasharray="2 5" /><circle r="6" className="s-plate" /><path d="M-2.5-2.5 2.5 2.500M2.5-2.5-2.5 2.5" className="s-cross" /></>);
  if (sign === 'people') return svg(<path d="M-16 6C-9-2 0-4 6-3.500L6-7.5 16-2 6.5 4 6 .5C-1 0-8 2-16 6Z" className="s-flow" />);
  if (sign === 'mission') return svg(<><rect x="-11" y="-7" width="22" height="14" className="s-frame" style={{ fill: frame.friend }} /><path d="M-11-7 11 7M-11 7 11-7" className="s-line" /></>);
  if (sign === 'planned') return svg(<rect x="-11" y="-7" width="22" height="14" className="s-plate" strokeDasharray="4 2.5" />);
  if (sign === 'army') return svg(<><rect x="-7" y="-7" width="14" height="14" className="s-frame" style={{ fill: frame.neutral }} /><path d="M-7-7 7 7M-7 7 7-7" className="s-line" /></>);
  if (sign === 'group') return svg(<path d="M-4.5-4.500A4.5 4 0 0 1 4.5-4.5 4 4.5 0 0 1 4.5 4.5 4.5 4 0 0 1-4.5 4.5 4 4.5 0 0 1-4.5-4.500Z" className="s-frame" style={{ fill: frame.unknown }} />);
  return svg(<circle r="6.5" className="s-reach" />);
}

/** "1.8", "11k", "20 %": the limit between two classes. */
const limitText = (value: number, unit: Legend['classes']['unit'], language: 'en' | 'fr'): string => (unit === 'share' ? shareText(value, language) : axisText(value, language));

export function MapLegend({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const t = useText();
  const days = useDays();
  const model = useSelect(state => state.model);
  const layer = useSelect(state => state.layer);
  const marks = useSelect(state => state.marks);
  const day = useSelect(state => Math.floor(state.day));
  const trace = useSelect(state => state.trace);
  const language = useSelect(state => state.language);
  const legend = mapLegend({ model, layer, marks, day, trace });
  if (legend === undefined) return null;
  const { classes } = legend;
  const limits = classes.reversed ? [...classes.limits].reverse() : classes.limits;
  const isUncertain = legend.confidence.length > 1;
  return (
    <section className="legend" aria-label={t('map.legend')}>
      <header className="row">
        <strong className="clip">{t(`map.legend.${layer}`)}</strong><span className="grow" /><span className="muted no-wrap">{days.day(legend.day)}</span>
        <Button className="button plain icon-only legend-close" aria-label={t('map.legend.close')} onPress={onClose}><Icon name="close" size={12} /></Button>
      </header>
      <div className="legend-classes">
        {isUncertain ? <span className="muted">{t('map.legend.high')}</span> : <span />}
        <span className="swatches">{FIVE.map(k => <i key={k} style={{ background: `var(--tension-${k})` }} />)}</span>
        <span />
        <span className="limits" aria-hidden="true">{limits.map((limit, k) => <b key={k}>{limitText(limit, classes.unit, language)}</b>)}</span>
        {isUncertain && (
          <>
            <span className="muted">{t('map.legend.medium')}</span>
            <span className="swatches">{THREE.map(k => <i key={k} style={{ background: `var(--tension-medium-${k})` }} />)}</span>
            <span className="muted">{t('map.legend.low')}</span>
            <span className="swatches"><i className="hatch-lines" /><i className="hatch-cross" /></span>
          </>
        )}
      </div>
      <div className="legend-signs">{legend.signs.map(sign => <span key={sign} className="legend-entry"><Sign sign={sign} /><span className="clip">{t(`map.sign.${sign}`)}</span></span>)}</div>
      <footer className="muted">
        {classes.reversed && <div>{t('map.legend.reversed')}</div>}
        {marks.units && <div>{t('map.legend.dashed')}</div>}
        {isUncertain && <div>{t('map.legend.silent', { days: legend.silentDays })}</div>}
        {legend.approximate && <div>{t('map.legend.approximate')}</div>}
        {legend.historical && <div>{t('map.legend.historical')}</div>}
      </footer>
    </section>
  );
}
