/** The JSON Schema of plan files. */
import { jsonSchemaText } from '../scenario/json-schema.ts';
import { planSchema } from './schema.ts';

/** Text of assets/plan.schema.json. */
export function planSchemaText(): string {
  return jsonSchemaText(planSchema, 'plan.schema.json', 'Forestall plan');
}
