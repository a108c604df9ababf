/** What the General Assembly and the Council can be asked for; the order is that of the engine's codes. Append only. */

/** An emergency special session, or the vote on the budget. */
export const ASSEMBLY_ASKS = ['special-session', 'budget'] as const;
/** What the Council votes on beside requests for a mandate and sanctions. */
export const COUNCIL_ASKS = ['statement', 'renewal', 'termination'] as const;
