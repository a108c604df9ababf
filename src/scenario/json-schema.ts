/**
 * JSON Schemas of the file formats, for editors and other programs. They describe what may be written in a
 * file (the input side: quantities may be numbers or texts with units) and carry titles, units and sources.
 */
import * as z from 'zod';
import { scenarioSchema } from './schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a zod schema as text, two spaces deep, with a line end: the same text for the same schema.
 * @param id file name of the schema, used as `$id`
 */
export function jsonSchemaText(schema: z.ZodType, id: string, title: string): string {
  const made = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
  const { $schema, ...rest } = made;
  return `${JSON.stringify({ $schema, $id: id, title, ...rest }, null, 2)}\n`;
}

/** Text of assets/scenario.schema.json. */
export function scenarioSchemaText(): string {
  return jsonSchemaText(scenarioSchema, 'scenario.schema.json', 'Forestall scenario');
}
