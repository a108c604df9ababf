/** The shape of a JSON value: types in place of values, one entry for all entries of a list. */
export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

/** `{ a: 'number', b: [{ c: 'string' }] }`; entries of different shapes stand side by side. */
export function shapeOf(value: unknown): Shape {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const shapes = new Map(value.map(entry => { const shape = shapeOf(entry); return [JSON.stringify(shape), shape]; }));
    return [...shapes.values()];
  }
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shapeOf(child)]));
  return typeof value;
}
