/** What stands at the right of the ribbons: the value at the end with its range, and how it compares future by future. */
import { memo, useMemo, type ReactElement } from 'react';
import type { SeriesName } from '../study/results.ts';
import { dayText, decimalText, shareText } from './format.ts';
import { isCounted, isShare, ribbonReading } from './ribbon-reading.ts';
import { rangeText, seriesText } from './series-text.ts';
import { useText, type TextKey } from './text.ts';
import { ribbonHeights } from './timeline-axis.ts';
import { planVariable } from './timeline-text.ts';
import { timelineView, useView } from './timeline-view.ts';
import { useCompared } from './use-compared.ts';
import { useSelect, useSession } from './use-session.ts';

/** Readings of the ribbons, beside them in the same heights. */
export const RibbonReadings = memo(RibbonReadingsView);

function RibbonReadingsView({ series, height }: { readonly series: readonly SeriesName[]; readonly height: number }): ReactElement {
  const session = useSession();
  const view = timelineView(session);
  const focus = useView(v => v.ribbon);
  const { result } = useCompared();
  const phase = useSelect(state => state.resultState[state.document.activePlan]?.phase);
  const heights = ribbonHeights(series.length, height, focus);
  return (
    <div className="readings" style={{ height }} data-phase={phase} onPointerLeave={() => { view.set({ ribbon: -1 }); }}>
      {series.map((name, i) => (
        <div key={name} className="reading" style={{ height: heights[i] }} onPointerEnter={() => { view.set({ ribbon: i }); }}>
          {result !== undefined && <ReadingText series={name} />}
        </div>
      ))}
    </div>
  );
}

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : value < 0 ? `−${text}` : text);

/** One reading: value, range, comparison. */
export function ReadingText({ series }: { readonly series: SeriesName }): ReactElement | null {
  const t = useText();
  const language = useSelect(state => state.language);
  const { result, other, otherTitle, letter } = useCompared();
  const reading = useMemo(() => (result === undefined ? undefined : ribbonReading(series, result, other)), [result, other, series]);
  if (reading === undefined || result === undefined) return null;
  const say = (value: number): string => seriesText(series, value, language);
  const { versus } = reading;
  const day = dayText(result.days - 1, language);
  const below = versus === undefined ? NaN : Math.round(versus.below);
  const fewer = below >= 50;
  const word: TextKey = isCounted(series) ? (fewer ? 'timeline.read.fewer' : 'timeline.read.more') : fewer ? 'timeline.read.lower' : 'timeline.read.higher';
  const change = versus === undefined ? '' : series === 'needReached' ? t('timeline.read.points', { value: signed(decimalText(Math.abs(versus.difference * 100), language, 0), versus.difference) })
    : isShare(series) || !Number.isFinite(versus.relative) ? signed(isShare(series) ? decimalText(Math.abs(versus.difference), language, 2) : say(Math.abs(versus.difference)), versus.difference)
    : signed(shareText(Math.abs(versus.relative), language), versus.relative);
  return (
    <>
      <span className="reading-main"><span className="reading-value" style={{ color: planVariable(letter) }}>{say(reading.median)}</span><span className="muted no-wrap">{t(`timeline.read.${reading.what}` as TextKey, { day })}</span></span>
      <span className="reading-words">
        <span className="clip"><b>{rangeText(series, reading.low, reading.high, language)}</b> <span className="muted">{t('timeline.read.range')}</span></span>
        {versus !== undefined && (
          <span>
            {versus.same ? <span className="muted">{t('timeline.read.same', { name: otherTitle })}</span> : (
              <>
                <b>{change}</b> <span className="muted">{t('timeline.read.vs', { name: otherTitle })}</span>
                {Number.isFinite(below) && <> <span className="muted">· {t(word)}</span> <b className="no-wrap">{t('timeline.read.of', { count: fewer ? below : 100 - below })}</b></>}
              </>
            )}
          </span>
        )}
      </span>
    </>
  );
}
