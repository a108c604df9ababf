/** Width of a box on the screen, px, followed as it changes. */
import { useEffect, useRef, useState, type RefObject } from 'react';

/** @param first width before the box is measured, and where nothing measures */
export function useWidth<T extends HTMLElement>(first: number): readonly [RefObject<T | null>, number] {
  const box = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => { if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width)); });
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);
  return [box, width];
}
