/** Version of the model: raised whenever the same scenario, plan and seed give other numbers (README, Results). */
export const MODEL_VERSION = 2;

/** Version of the program. */
export const ENGINE_VERSION = '0.1.0';
