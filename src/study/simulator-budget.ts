/** Memory all threads together may use for checkpoints, bytes. */
export const CHECKPOINT_BUDGET = 64 * 1024 * 1024;
