/** Parameters of the politics mechanisms. */
import type { ParameterSpec } from './parameter.ts';

export const POLITICS_PARAMETERS = [] as const satisfies readonly ParameterSpec[];
