/** Columns of regional partners, causes of consent and acceptance, programmes, and capacity bought before D0. */
import type { ColumnSpec } from '../kernel/columns.ts';

/** What moves the consent of the host; the number is the index. Append only. */
export const CONSENT_CAUSES = ['sanctions', 'posture', 'monitors', 'ceasefire', 'partners', 'conduct', 'promises', 'consultation', 'rights'] as const;
/** What moves local acceptance; the number is the index. Append only. */
export const ACCEPTANCE_CAUSES = ['relief', 'presence', 'failure', 'partners', 'conduct', 'promises', 'consultation'] as const;

export const PEACE_COLUMNS = [
  // regional partners
  { name: 'partnerSupport', type: 'f32', dims: ['partner'], unit: 'share', note: 'effect the partner\'s force can keep up with its own means and support packages', world: true },
  { name: 'partnerConduct', type: 'f32', dims: ['partner'], unit: 'index 0–1', note: 'conduct of the partner\'s people towards civilians', world: true },
  { name: 'partnerPeople', type: 'f32', dims: ['region'], unit: 'people', note: 'people of regional partners at work', world: true },
  { name: 'partnerStanding', type: 'f32', dims: ['region'], unit: 'index', note: 'what their legitimacy adds to acceptance, weighted by people', world: true },
  { name: 'partnerHarm', type: 'f32', dims: ['region'], unit: 'index', note: 'what their conduct costs, weighted by people', world: true },
  { name: 'informationShared', type: 'f64', dims: [], unit: 'index 0–1', note: 'information partners share with the desk', world: true },
  { name: 'partnerMediation', type: 'f64', dims: [], unit: 'index 0–1', note: 'partners\' mediators at the side of the talks', world: true },
  // consent and acceptance
  { name: 'consentCauses', type: 'f32', dims: ['consentCause'], unit: 'index', note: 'what each of CONSENT_CAUSES adds to the consent of D0', world: true },
  { name: 'regionAcceptance', type: 'f64', dims: ['region'], unit: 'index 0–1', note: 'local acceptance', world: true },
  { name: 'acceptanceCauses', type: 'f32', dims: ['region', 'acceptanceCause'], unit: 'index', note: 'what each of ACCEPTANCE_CAUSES adds to the acceptance of D0', world: true },
  { name: 'hostAgreement', type: 'f64', dims: [], unit: 'index 0–1', note: 'agreement with the host on how the mission works', world: true },
  { name: 'liaison', type: 'f32', dims: ['region'], unit: 'index 0–1', note: 'consultation with communities', world: true },
  { name: 'eased', type: 'f32', dims: ['topic'], unit: 'share', note: 'obstruction of movement, visas, land and customs that agreements lift', world: true },
  { name: 'visaObstruction', type: 'f64', dims: [], unit: 'factor', note: 'obstruction of visas: factor on reception of people', world: true },
  { name: 'landObstruction', type: 'f64', dims: [], unit: 'factor', note: 'obstruction of land: factor on building of bases', world: true },
  { name: 'customsObstruction', type: 'f64', dims: [], unit: 'factor', note: 'obstruction at customs: factor on clearance of equipment', world: true },
  { name: 'withdrawalHazard', type: 'f64', dims: [], unit: 'hazard', note: 'hazard gathered towards the withdrawal of consent', world: false },
  { name: 'withdrawalDay', type: 'i32', dims: [], unit: 'day', note: 'day on which the host withdrew its consent; −1 it has not', world: true },
  // programmes: index region · 7 + field
  { name: 'programmeStock', type: 'f32', dims: ['region', 'programme'], unit: 'index 0–1', note: 'capacity and trust that programmes have built', world: true },
  { name: 'structuralRelief', type: 'f32', dims: ['region'], unit: 'share', note: 'structural risk that programmes take away; below 0 they add to it', world: true },
  { name: 'localProtection', type: 'f32', dims: ['region'], unit: 'share', note: 'protection by local police and courts', world: true },
  { name: 'relapseRelief', type: 'f64', dims: [], unit: 'share', note: 'hazard that parties take up arms again, as far as programmes take it away', world: true },
  { name: 'rightsWork', type: 'f32', dims: ['region'], unit: 'index 0–1', note: 'human-rights programmes at work', world: true },
  // capacity bought before D0
  { name: 'readyStandby', type: 'f64', dims: [], unit: 'share', note: 'cut in generation and readiness times by standby arrangements', world: false },
  { name: 'readyStocks', type: 'f64', dims: [], unit: 'share', note: 'cut in loading and base preparation by strategic stocks', world: false },
  { name: 'readyTraining', type: 'f64', dims: [], unit: 'share', note: 'cut in caution and caveats by training', world: false },
  { name: 'readySources', type: 'f64', dims: [], unit: 'share', note: 'gain in what warning sources see', world: false },
  { name: 'readyFunds', type: 'f64', dims: [], unit: 'USD', note: 'commitment authority bought before D0', world: false },
] as const satisfies readonly ColumnSpec[];
