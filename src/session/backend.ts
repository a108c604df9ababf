/** What the session asks of the machinery behind it; the shapes stand in study, which the workers see too. */
export type * from '../study/backend.ts';
