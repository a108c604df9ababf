/**
 * The plan file: what is done, where and when. One strict zod schema is the source of the file's types, of the
 * JSON Schema in assets/ and of the field tables in the documents. Each kind of action has its shape in actions/.
 *
 * Shapes only; sense (references, dates, pledges) is in `check.ts`. Unknown keys are errors.
 */
import * as z from 'zod';
import { id, text } from '../scenario/fields.ts';
import { aidSchema } from './actions/aid.ts';
import { alertLevelsSchema } from './actions/alert-levels.ts';
import { assemblySchema } from './actions/assembly.ts';
import { communityMediationSchema } from './actions/community-mediation.ts';
import { councilRequestSchema } from './actions/council-request.ts';
import { councilVoteSchema } from './actions/council-vote.ts';
import { deploySchema } from './actions/deploy.ts';
import { factFindingSchema } from './actions/fact-finding.ts';
import { forwardBaseSchema } from './actions/forward-base.ts';
import { mediateSchema } from './actions/mediate.ts';
import { monitorsSchema } from './actions/monitors.ts';
import { openRouteSchema } from './actions/open-route.ts';
import { redeploySchema } from './actions/redeploy.ts';
import { sanctionSchema } from './actions/sanction.ts';
import { sourceSchema } from './actions/source.ts';
import { partnerRequestSchema } from './actions/partner-request.ts';
import { supportPackageSchema } from './actions/support-package.ts';
import { consultationSchema } from './actions/consultation.ts';
import { programmeSchema } from './actions/programme.ts';
import { readinessSchema } from './actions/readiness.ts';

/** Version of the file format this program writes. */
export const PLAN_FORMAT = 1;
/** Most actions of one plan. */
export const MOST_ACTIONS = 400;

export const actionSchema = z.discriminatedUnion('kind', [
  monitorsSchema, mediateSchema, councilRequestSchema, sanctionSchema, deploySchema, redeploySchema, openRouteSchema, forwardBaseSchema, aidSchema,
  sourceSchema, factFindingSchema, alertLevelsSchema, assemblySchema, councilVoteSchema, communityMediationSchema,
  partnerRequestSchema, supportPackageSchema, consultationSchema, programmeSchema, readinessSchema,
]);

export const planSchema = z.strictObject({
  $schema: z.string().optional().meta({ title: 'Address of the JSON Schema, for editors' }),
  format: z.literal(PLAN_FORMAT).meta({ title: 'Version of the file format' }),
  id: id.meta({ title: 'Id of the plan, as typed on the command line' }),
  scenario: id.meta({ title: 'Scenario the plan is made for' }),
  title: text.meta({ title: 'Name for readers' }),
  letter: z.string().max(2).default('').meta({ title: 'Letter on charts and buttons' }),
  note: text.optional().meta({ title: 'Purpose and assumptions' }),
  actions: z.array(actionSchema).max(MOST_ACTIONS).meta({ title: 'Actions, in any order' }),
});

/** A plan as the program uses it: quantities are plain numbers in the schema's units; starts stay as written. */
export type Plan = z.infer<typeof planSchema>;
export type Action = z.infer<typeof actionSchema>;
export type ActionKind = Action['kind'];
/** The action of one kind. */
export type ActionOf<K extends ActionKind> = Extract<Action, { kind: K }>;
/** A day, an ISO date, or a rule that waits on an action's effect, a decision or an alert. */
export type Start = Action['start'];
/** A comparison or a formula that begins or ends an action. */
export type Condition = NonNullable<Action['when']>;
export type Measure = ActionOf<'sanction'>['measures'][number];
