/** Parts of the tables that politics, warning and sanctions read. */
import type { Scenario } from '../scenario/schema.ts';

/** Armed people of other parties than the host from which a region counts as holding some, and many. MODEL. */
const SOME_ARMED = 50;
const MANY_ARMED = 600;
/** Response of a member whose file says nothing. */
const MIDDLING = { attention: 0.5, partners: 0.5, costs: 0.5 };
/** Share of the Assembly that backs a response where the file says nothing. MODEL. */
const USUAL_SUPPORT = 0.6;

/** What an order of battle of D0 says of each region: 0 none, 0.5 some, 1 many armed people beside the host's. */
export function knownArmed(strength0: Float64Array, hostParty: number, R: number): Float64Array {
  return Float64Array.from({ length: R }, (_, r) => {
    let men = 0;
    for (let j = r, i = 0; j < strength0.length; j += R, i++) if (i !== hostParty) men += strength0[j]!;
    return men >= MANY_ARMED ? 1 : men >= SOME_ARMED ? 0.5 : 0;
  });
}

/** Members of the Council as columns, and the support of the Assembly. */
export function councilTables(scenario: Scenario) {
  const { council, assembly } = scenario.politics;
  const { members } = council;
  const blocs = [...new Set(members.flatMap(member => (member.bloc === undefined ? [] : [member.bloc])))];
  const responses = members.map(member => member.responds ?? MIDDLING);
  return {
    M: members.length, blocs: blocs.length,
    memberPosition0: Float64Array.from(members, member => member.position),
    memberVeto: Uint8Array.from(members, member => (member.veto ? 1 : 0)),
    memberBloc: Int32Array.from(members, member => (member.bloc === undefined ? -1 : blocs.indexOf(member.bloc))),
    memberAttention: Float64Array.from(responses, row => row.attention),
    memberPartners: Float64Array.from(responses, row => row.partners),
    memberCosts: Float64Array.from(responses, row => row.costs),
    assemblySupport0: assembly?.support ?? USUAL_SUPPORT,
  };
}

/** Weight of partners' calls on D0: mean of will times legitimacy over contributors that belong to one, 0–1. */
export function callOfPartners(contributorPartner: Int32Array, partners: Scenario['politics']['partners']): number {
  const calls = [...contributorPartner].filter(i => i >= 0).map(i => partners[i]!.will * partners[i]!.legitimacy);
  return calls.length > 0 ? calls.reduce((sum, call) => sum + call, 0) / calls.length : 0;
}

/** P × N: 1 for a neighbour that borders a region in which the party stands, else 0.3; all of them 1 for the host. MODEL. */
export function evasionWeights(scenario: Scenario, hostParty: number): Float64Array {
  const { parties, neighbours } = scenario;
  return Float64Array.from(parties.flatMap((party, i) => neighbours.map(neighbour => (i === hostParty || neighbour.borders.some(region => (party.strength[region] ?? 0) > 0) ? 1 : 0.3))));
}
