/** Parameters of the response mechanisms. */
import type { ParameterSpec } from './parameter.ts';

export const RESPONSE_PARAMETERS = [] as const satisfies readonly ParameterSpec[];
