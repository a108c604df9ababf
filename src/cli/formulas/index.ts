/** All formulas with a golden file. */
import { CONFLICT_FORMULAS } from './conflict.ts';
import type { Formula } from './grid.ts';
import { POLITICS_FORMULAS } from './politics.ts';
import { RESPONSE_FORMULAS } from './response.ts';

export const FORMULAS: readonly Formula[] = [...CONFLICT_FORMULAS, ...POLITICS_FORMULAS, ...RESPONSE_FORMULAS];
