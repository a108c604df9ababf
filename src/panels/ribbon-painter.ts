/**
 * The pen of a ribbon: writes a new result straight into the lines on the screen. Drafts come many times a second while a
 * bar moves; nothing of the page but these lines, the dot and the line ends has to change for one.
 */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { fanAt } from '../charts/fan.ts';
import type { SessionState } from '../session/types.ts';
import type { PlanResult, SeriesName } from '../study/results.ts';
import { dayText } from './format.ts';
import { endLabels, joined, ribbonBase, ribbonFan, ribbonSamples, ribbonScale, seriesDomain, TALL, type Domain } from './ribbon-drawing.ts';
import { isSum } from './ribbon-reading.ts';
import { seriesText } from './series-text.ts';
import { useText } from './text.ts';
import { useAxis, useDayShown } from './timeline-axis.ts';
import { useSelect, useSession } from './use-session.ts';

/** The lines of a ribbon, by the name of their class. */
export const LINES = ['fan-wide', 'fan-narrow', 'fan-edges', 'fan-samples', 'fan-base', 'fan-median'] as const;

/** What the pen writes to. */
export interface RibbonParts {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly value: RefObject<HTMLSpanElement | null>;
  readonly dot: RefObject<HTMLSpanElement | null>;
  readonly ownEnd: RefObject<HTMLSpanElement | null>;
  readonly otherEnd: RefObject<HTMLSpanElement | null>;
}

interface Shown {
  readonly result: PlanResult | undefined;
  readonly other: PlanResult | undefined;
}

/** Results of the plan being edited and of the other, as they are now. */
function shownIn({ results, document, baseline }: SessionState): Shown {
  return { result: results[document.activePlan], other: baseline === null || baseline === document.activePlan ? undefined : results[baseline] };
}

function setStyle(element: HTMLElement | null, style: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(style)) element?.style.setProperty(name, value);
}

/**
 * Keeps a ribbon's lines in step with the results, once a frame.
 * @param height of the ribbon, px
 * @returns the domain it draws in, and what it draws
 */
export function useRibbonPainter(series: SeriesName, height: number, parts: RibbonParts): { readonly domain: Domain | undefined; readonly shown: RefObject<Shown> } {
  const session = useSession();
  const axis = useAxis();
  const t = useText();
  const language = useSelect(state => state.language);
  // a ribbon without a result has no lines yet
  const hasResult = useSelect(state => shownIn(state).result !== undefined);
  const hasOther = useSelect(state => shownIn(state).other !== undefined);
  const [domain, setDomain] = useState<Domain>();
  const shown = useRef<Shown>({ result: undefined, other: undefined });

  const follow = useCallback((day: number) => {
    const at = Math.round(day);
    const { result } = shown.current;
    const { value, dot } = parts;
    const median = result === undefined ? NaN : fanAt(result.bands[series], at)[2];
    value.current?.replaceChildren(Number.isFinite(median) ? t(isSum(series) ? 'timeline.ribbon.by' : 'timeline.ribbon.on', { value: seriesText(series, median, language), day: dayText(at, language) }) : t('timeline.ribbon.loading'));
    setStyle(dot.current, { display: Number.isFinite(median) && domain !== undefined ? '' : 'none', left: `${axis.x(at)}px`, ...(domain === undefined ? {} : { top: `${ribbonScale(domain)(median) / TALL * 100}%` }) });
  }, [axis, domain, language, parts, series, t]);

  useLayoutEffect(() => {
    const drawn: { fan?: Shown['result']; base?: Shown['other']; samples?: Shown['result']; isDraft?: boolean } = {};
    const write = (name: (typeof LINES)[number], d: string): void => { parts.svg.current?.querySelector(`.${name}`)?.setAttribute('d', d); };
    const paint = (): void => {
      const state = session.get();
      const now = shownIn(state);
      shown.current = now;
      const { result, other } = now;
      if (!hasResult || result === undefined) { setDomain(undefined); return; }
      const isDraft = state.preview !== null;
      const fresh = seriesDomain(series, result, other);
      // While a bar moves the axis only grows, so that drafts can be compared by eye.
      const wanted = isDraft && domain !== undefined ? joined(domain, fresh) : fresh;
      if (domain === undefined || wanted[0] !== domain[0] || wanted[1] !== domain[1]) { setDomain(wanted); return; }
      if (drawn.fan !== result || drawn.isDraft !== isDraft) {
        const fan = ribbonFan(series, result, domain, isDraft, axis.pixelsPerDay);
        write('fan-wide', fan.wide);
        write('fan-narrow', fan.narrow);
        write('fan-edges', fan.edges);
        write('fan-median', fan.median);
      }
      if (drawn.base !== other) write('fan-base', ribbonBase(series, other, domain));
      // a draft moves too fast for single futures to be followed, and they are half the work of drawing it
      const samples = isDraft ? undefined : result;
      if (drawn.samples !== samples) write('fan-samples', samples === undefined ? '' : ribbonSamples(series, samples, domain));
      Object.assign(drawn, { fan: result, base: other, samples, isDraft });
      const y = (one: PlanResult): number => ribbonScale(domain)(fanAt(one.bands[series], one.days - 1)[2]) / TALL;
      const [own, theirs] = endLabels(y(result), other === undefined ? NaN : y(other), height);
      setStyle(parts.ownEnd.current, { top: `${own}px` });
      if (hasOther) setStyle(parts.otherEnd.current, { top: `${theirs}px` });
      follow(state.day);
    };
    paint();
    return session.subscribe(state => state, state => {
      const { result, other } = shownIn(state);
      if (result !== shown.current.result || other !== shown.current.other || (state.preview !== null) !== drawn.isDraft) paint();
    });
  }, [session, series, axis, domain, height, hasResult, hasOther, parts, follow]);
  useDayShown(follow);
  return { domain, shown };
}
