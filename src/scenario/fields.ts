/**
 * Building blocks of the file schemas: texts in two languages, ids, quantities with units.
 *
 * A quantity is a number in the field's own unit, or a text such as "40 t/day" that mathjs reads and
 * converts. A text of another dimension is an error that names the field, the unit got and the unit wanted.
 */
import * as z from 'zod';
import { readQuantity } from './quantities.ts';

/** What a field means, for editors, forms and documents. */
export interface FieldNote {
  readonly title: string;
  /** Unit of the stored number; '1' for a pure number, 'index 0–1' for an index. */
  readonly unit?: string;
  /** Where the meaning or the default comes from; MODEL for a design value. */
  readonly source?: string;
}

/** Lower-case words joined by hyphens: `east-valley`. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case letters and digits joined by hyphens, such as "east-valley"')
  .max(64);

/** A text for readers, in English and optionally in other languages. */
export const text = z.strictObject({ en: z.string().min(1).max(8000), fr: z.string().min(1).max(8000).optional() });
export type LocalText = z.infer<typeof text>;

/** Day of the scenario: 0 is D0. */
export const day = z.number().int().min(0).max(8000).meta({ title: 'Day of the scenario, D0 = 0', unit: 'day' });

/** Calendar date, ISO 8601. */
export const isoDate = z.iso.date().meta({ title: 'Calendar date', unit: 'ISO 8601 date' });

/** An index between 0 and 1. */
export function index01(note: FieldNote) {
  return z.number().min(0).max(1).meta({ unit: 'index 0–1', source: 'MODEL', ...note });
}

/** A pure count of whole things. */
export function count(note: FieldNote, max = 1e9) {
  return z.number().int().min(0).max(max).meta({ unit: 'count', ...note });
}

/**
 * A quantity: a number in `note.unit`, or a text with a unit of the same dimension.
 * @param note title, unit (a mathjs unit expression; see `quantities.ts` for the units added) and source
 * @param min least value in that unit
 * @param max greatest value in that unit
 */
export function quantity(note: FieldNote & { readonly unit: string }, min: number, max: number) {
  return z
    .union([z.number(), z.string().max(80)])
    .transform((value, context) => {
      const read = typeof value === 'number' ? { value } : readQuantity(value, note.unit);
      if ('error' in read) {
        context.addIssue({ code: 'custom', message: read.error });
        return z.NEVER;
      }
      if (!(read.value >= min && read.value <= max)) {
        context.addIssue({ code: 'custom', message: `${read.value} ${note.unit} lies outside ${min} to ${max} ${note.unit}` });
        return z.NEVER;
      }
      return read.value;
    })
    .meta({ ...note, examples: [`${Math.max(min, Math.min(max, 10))} ${note.unit}`], minimumInUnit: min, maximumInUnit: max });
}
