/** The address bar and the session, in step: the address names scenario, plan, day, selection and layer; Back and Forward move between plans. */
import { placeHash, readPlace, type Place } from '../session/url.ts';
import type { Session, SessionState } from '../session/types.ts';

const MEASURED = 300; // ms between changes of the address while the playhead moves

/** Where the session stands. */
export function placeOf(state: SessionState): Place | undefined {
  if (state.model === null) return undefined;
  const { action, region } = state.selection;
  return {
    scenario: state.model.scenario.id, plan: state.document.activePlan, day: state.day, layer: state.layer, seed: state.seedText,
    ...(action === null ? {} : { action }), ...(region === null ? {} : { region }), ...(state.baseline === null ? {} : { baseline: state.baseline }),
    ...(state.screen === 'compare' ? { screen: state.screen, outcome: state.compare.outcome, ...(state.compare.other === null ? {} : { other: state.compare.other }) } : {}),
  };
}

/** Moves the session to a place; parts that it does not know stay as they are. */
export function applyPlace(session: Session, place: Place): void {
  const { model, document } = session.get();
  if (model === null || model.scenario.id !== place.scenario) return;
  if (place.plan !== undefined) session.activatePlan(place.plan);
  const plan = document.plans.find(item => item.id === session.get().document.activePlan);
  if (place.baseline !== undefined && document.plans.some(item => item.id === place.baseline)) session.setBaseline(place.baseline);
  if (place.other !== undefined && document.plans.some(item => item.id === place.other)) session.setCompare({ other: place.other });
  if (place.outcome !== undefined) session.setCompare({ outcome: place.outcome });
  session.setScreen(place.screen ?? 'plan');
  if (place.seed !== undefined && place.seed !== session.get().seedText) void session.setSeed(place.seed);
  if (place.layer !== undefined) session.setLayer(place.layer);
  if (place.day !== undefined && place.day !== session.get().day) session.setDay(place.day);
  session.select({
    ...(plan?.actions.some(item => item.id === place.action) === true ? { action: place.action } : {}),
    ...(place.region !== undefined && place.region in model.regionIndex ? { region: place.region } : {}),
  });
}

/**
 * Keeps the address in step from now on.
 * @param open opens another scenario when Back or Forward leads to one
 */
export function followAddress(session: Session, open: (place: Place) => void): void {
  let written = location.hash;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    waiting = undefined;
    const place = placeOf(session.get());
    if (place === undefined) return;
    const hash = placeHash(place);
    if (hash === written) return;
    const old = readPlace(written);
    const turned = old !== undefined && (old.scenario !== place.scenario || old.plan !== place.plan || old.screen !== place.screen);
    written = hash;
    if (turned) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  };
  const soon = (): void => { waiting ??= setTimeout(write, MEASURED); };
  for (const select of [
    (state: SessionState) => state.model, (state: SessionState) => state.document.activePlan, (state: SessionState) => state.day, (state: SessionState) => state.layer,
    (state: SessionState) => state.selection, (state: SessionState) => state.seedText, (state: SessionState) => state.baseline, (state: SessionState) => state.screen, (state: SessionState) => state.compare,
  ]) session.subscribe(select as (state: SessionState) => unknown, soon);
  soon();
  window.addEventListener('popstate', () => {
    if (location.hash === written) return;
    written = location.hash;
    const place = readPlace(location.hash);
    if (place === undefined) return;
    if (place.scenario === session.get().model?.scenario.id) applyPlace(session, place);
    else open(place);
  });
}
