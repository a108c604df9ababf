/**
 * What a person can do, as a closed list: buttons, keyboard, menus and the command palette read the same records.
 * A command that needs a dialog or a pane asks the shell (`CommandUi`); everything else is the session.
 */
import type { Language } from '../scenario/localize.ts';
import { nextEventDay } from './playback.ts';
import type { Session, SessionState } from './types.ts';

export type DialogName = 'help' | 'about' | 'palette' | 'scenarios' | 'findings' | 'planTable' | 'notice' | 'seed';
export type PaneName = 'top' | 'compare' | 'map' | 'inspector' | 'timeline' | 'ribbons' | 'status';
export type InspectorTab = 'region' | 'warning' | 'logistics' | 'council' | 'parties';

/** What the shell does for commands. */
export interface CommandUi {
  openDialog(name: DialogName): void;
  /** Opens the form: a new action, or the one of that id. */
  editAction(id: string | null): void;
  focusPane(name: PaneName): void;
  /** Moves focus to the next (1) or previous (−1) pane. */
  cyclePane(direction: 1 | -1): void;
  showTab(tab: InspectorTab): void;
  /** The region table of the map. */
  showRegionTable(): void;
  showLegend(): void;
  openScenarioFile(): void;
  importPlanFile(): void;
  downloadPlan(): void;
  downloadScenario(): void;
}

export interface CommandContext {
  readonly session: Session;
  readonly ui: CommandUi;
}

export interface Command {
  readonly id: string;
  readonly label: Readonly<Record<Language, string>>;
  readonly group: 'plan' | 'time' | 'view' | 'file' | 'help';
  /** As `KeyboardEvent.key` in lower case, after the modifiers: "mod+shift+z", "f6", "?", ",". `mod` is Ctrl or Command. */
  readonly keys?: readonly string[];
  enabled(state: SessionState): boolean;
  /** Label of the moment, where it differs from `label`: "Undo: move Bn 1 East". */
  labelNow?(state: SessionState, language: Language): string;
  run(context: CommandContext): void;
}

const always = (): boolean => true;
const hasModel = (state: SessionState): boolean => state.model !== null;
const hasAction = (state: SessionState): boolean => state.selection.action !== null;
const neighbourPlan = (state: SessionState, step: 1 | -1): string | undefined => {
  const { plans, activePlan } = state.document;
  return plans[(plans.findIndex(plan => plan.id === activePlan) + step + plans.length) % plans.length]?.id;
};
const named = (word: Readonly<Record<Language, string>>, steps: SessionState['undo'], language: Language): string => {
  const step = steps.at(-1);
  if (step === undefined) return word[language];
  const label = step.label[language];
  return `${word[language]}${language === 'fr' ? ' : ' : ': '}${label.charAt(0).toLocaleLowerCase(language)}${label.slice(1)}`;
};
const UNDO = { en: 'Undo', fr: 'Annuler' };
const REDO = { en: 'Redo', fr: 'Rétablir' };

/** Every command, in the order of menus and help. */
export const COMMANDS = [
  { id: 'undo', label: UNDO, group: 'plan', keys: ['mod+z'], enabled: state => state.undo.length > 0, labelNow: (state, language) => named(UNDO, state.undo, language), run: ({ session }) => { session.undo(); } },
  { id: 'redo', label: REDO, group: 'plan', keys: ['mod+shift+z', 'mod+y'], enabled: state => state.redo.length > 0, labelNow: (state, language) => named(REDO, state.redo, language), run: ({ session }) => { session.redo(); } },
  { id: 'add-action', label: { en: 'New action…', fr: 'Nouvelle action…' }, group: 'plan', keys: ['n'], enabled: hasModel, run: ({ ui }) => { ui.editAction(null); } },
  { id: 'edit-action', label: { en: 'Edit the selected action…', fr: 'Modifier l’action choisie…' }, group: 'plan', keys: ['e'], enabled: hasAction, run: ({ session, ui }) => { ui.editAction(session.get().selection.action); } },
  { id: 'duplicate-action', label: { en: 'Duplicate the selected action', fr: 'Dupliquer l’action choisie' }, group: 'plan', enabled: hasAction, run: ({ session }) => { const { action } = session.get().selection; if (action !== null) session.duplicateAction(action); } },
  { id: 'delete-action', label: { en: 'Delete the selected action', fr: 'Supprimer l’action choisie' }, group: 'plan', keys: ['delete'], enabled: hasAction, run: ({ session }) => { const { action } = session.get().selection; if (action !== null) session.removeAction(action); } },
  { id: 'earlier-week', label: { en: 'Start the selected action a week earlier', fr: 'Avancer l’action choisie d’une semaine' }, group: 'plan', enabled: hasAction, run: ({ session }) => { nudge(session, -7); } },
  { id: 'later-week', label: { en: 'Start the selected action a week later', fr: 'Retarder l’action choisie d’une semaine' }, group: 'plan', enabled: hasAction, run: ({ session }) => { nudge(session, 7); } },
  { id: 'duplicate-plan', label: { en: 'Duplicate the plan', fr: 'Dupliquer le plan' }, group: 'plan', keys: ['mod+d'], enabled: hasModel, run: ({ session }) => { session.addPlan(session.get().document.activePlan); } },
  { id: 'add-plan', label: { en: 'New empty plan', fr: 'Nouveau plan vide' }, group: 'plan', enabled: hasModel, run: ({ session }) => { session.addPlan(null); } },
  { id: 'delete-plan', label: { en: 'Delete the plan', fr: 'Supprimer le plan' }, group: 'plan', enabled: state => state.document.plans.length > 1, run: ({ session }) => { session.removePlan(session.get().document.activePlan); } },
  { id: 'previous-plan', label: { en: 'Previous plan', fr: 'Plan précédent' }, group: 'plan', keys: ['['], enabled: state => state.document.plans.length > 1, run: ({ session }) => { const id = neighbourPlan(session.get(), -1); if (id !== undefined) session.activatePlan(id); } },
  { id: 'next-plan', label: { en: 'Next plan', fr: 'Plan suivant' }, group: 'plan', keys: [']'], enabled: state => state.document.plans.length > 1, run: ({ session }) => { const id = neighbourPlan(session.get(), 1); if (id !== undefined) session.activatePlan(id); } },
  { id: 'compare', label: { en: 'Compare plans', fr: 'Comparer les plans' }, group: 'view', keys: ['c'], enabled: hasModel, labelNow: (state, language) => (state.screen === 'compare' ? { en: 'Back to the plan', fr: 'Revenir au plan' } : { en: 'Compare plans', fr: 'Comparer les plans' })[language], run: ({ session }) => { session.setScreen(session.get().screen === 'compare' ? 'plan' : 'compare'); } },
  { id: 'plan-table', label: { en: 'Plan table…', fr: 'Tableau du plan…' }, group: 'plan', keys: ['p'], enabled: hasModel, run: ({ ui }) => { ui.openDialog('planTable'); } },
  { id: 'allow-infeasible', label: { en: 'Allow starts that cannot work', fr: 'Autoriser les débuts impossibles' }, group: 'plan', enabled: hasModel, labelNow: (state, language) => (state.allowInfeasible ? { en: 'Refuse starts that cannot work', fr: 'Refuser les débuts impossibles' } : { en: 'Allow starts that cannot work', fr: 'Autoriser les débuts impossibles' })[language], run: ({ session }) => { session.setAllowInfeasible(!session.get().allowInfeasible); } },
  { id: 'retry', label: { en: 'Try the simulation again', fr: 'Relancer la simulation' }, group: 'plan', enabled: state => state.resultState[state.document.activePlan]?.phase === 'error', run: ({ session }) => { session.retry(); } },

  { id: 'play', label: { en: 'Play or pause', fr: 'Lecture ou pause' }, group: 'time', keys: [' '], enabled: hasModel, run: ({ session }) => { session.play(!session.get().playing); } },
  { id: 'day-back', label: { en: 'Day back', fr: 'Jour précédent' }, group: 'time', keys: [','], enabled: hasModel, run: ({ session }) => { session.setDay(session.get().day - 1); } },
  { id: 'day-forward', label: { en: 'Day forward', fr: 'Jour suivant' }, group: 'time', keys: ['.'], enabled: hasModel, run: ({ session }) => { session.setDay(session.get().day + 1); } },
  { id: 'previous-event', label: { en: 'Previous event', fr: 'Événement précédent' }, group: 'time', keys: ['<'], enabled: hasModel, run: ({ session }) => { session.setDay(nextEventDay(session.get(), -1)); } },
  { id: 'next-event', label: { en: 'Next event', fr: 'Événement suivant' }, group: 'time', keys: ['>'], enabled: hasModel, run: ({ session }) => { session.setDay(nextEventDay(session.get(), 1)); } },
  { id: 'first-day', label: { en: 'First day', fr: 'Premier jour' }, group: 'time', enabled: hasModel, run: ({ session }) => { session.setDay(0); } },
  { id: 'last-day', label: { en: 'Last day', fr: 'Dernier jour' }, group: 'time', enabled: hasModel, run: ({ session }) => { session.setDay((session.get().model?.scenario.days ?? 1) - 1); } },
  { id: 'speed-1', label: { en: 'Speed 1×', fr: 'Vitesse 1×' }, group: 'time', keys: ['1'], enabled: always, run: ({ session }) => { session.setSpeed(1); } },
  { id: 'speed-2', label: { en: 'Speed 2×', fr: 'Vitesse 2×' }, group: 'time', keys: ['2'], enabled: always, run: ({ session }) => { session.setSpeed(2); } },
  { id: 'speed-5', label: { en: 'Speed 5×', fr: 'Vitesse 5×' }, group: 'time', keys: ['3'], enabled: always, run: ({ session }) => { session.setSpeed(5); } },

  { id: 'palette', label: { en: 'Command search…', fr: 'Rechercher une commande…' }, group: 'view', keys: ['mod+k'], enabled: always, run: ({ ui }) => { ui.openDialog('palette'); } },
  { id: 'next-pane', label: { en: 'Next pane', fr: 'Volet suivant' }, group: 'view', keys: ['f6'], enabled: always, run: ({ ui }) => { ui.cyclePane(1); } },
  { id: 'previous-pane', label: { en: 'Previous pane', fr: 'Volet précédent' }, group: 'view', keys: ['shift+f6'], enabled: always, run: ({ ui }) => { ui.cyclePane(-1); } },
  { id: 'to-map', label: { en: 'Go to the map', fr: 'Aller à la carte' }, group: 'view', keys: ['m'], enabled: hasModel, run: ({ ui }) => { ui.focusPane('map'); } },
  { id: 'to-timeline', label: { en: 'Go to the time line', fr: 'Aller à la frise' }, group: 'view', keys: ['t'], enabled: hasModel, run: ({ ui }) => { ui.focusPane('timeline'); } },
  { id: 'region-table', label: { en: 'Region table', fr: 'Tableau des régions' }, group: 'view', keys: ['r'], enabled: hasModel, run: ({ ui }) => { ui.showRegionTable(); } },
  { id: 'legend', label: { en: 'Legend', fr: 'Légende' }, group: 'view', keys: ['g'], enabled: hasModel, run: ({ ui }) => { ui.showLegend(); } },
  { id: 'tab-region', label: { en: 'Region board', fr: 'Volet Région' }, group: 'view', enabled: hasModel, run: ({ ui }) => { ui.showTab('region'); } },
  { id: 'tab-warning', label: { en: 'Warning board', fr: 'Volet Alerte' }, group: 'view', keys: ['w'], enabled: hasModel, run: ({ ui }) => { ui.showTab('warning'); } },
  { id: 'tab-logistics', label: { en: 'Logistics board', fr: 'Volet Logistique' }, group: 'view', keys: ['l'], enabled: hasModel, run: ({ ui }) => { ui.showTab('logistics'); } },
  { id: 'tab-council', label: { en: 'Council board', fr: 'Volet Conseil' }, group: 'view', keys: ['k'], enabled: hasModel, run: ({ ui }) => { ui.showTab('council'); } },
  { id: 'tab-parties', label: { en: 'Parties board', fr: 'Volet Parties' }, group: 'view', keys: ['a'], enabled: hasModel, run: ({ ui }) => { ui.showTab('parties'); } },
  { id: 'layer-tension', label: { en: 'Map: tension', fr: 'Carte : tension' }, group: 'view', enabled: hasModel, run: ({ session }) => { session.setLayer('tension'); } },
  { id: 'layer-displaced', label: { en: 'Map: people displaced', fr: 'Carte : personnes déplacées' }, group: 'view', enabled: hasModel, run: ({ session }) => { session.setLayer('displaced'); } },
  { id: 'layer-need', label: { en: 'Map: need reached', fr: 'Carte : besoins couverts' }, group: 'view', enabled: hasModel, run: ({ session }) => { session.setLayer('needReached'); } },
  { id: 'layer-coverage', label: { en: 'Map: coverage by bases', fr: 'Carte : couverture par les bases' }, group: 'view', enabled: hasModel, run: ({ session }) => { session.setLayer('coverage'); } },
  { id: 'future-quiet', label: { en: 'Show a quiet future', fr: 'Montrer un futur calme' }, group: 'view', enabled: hasModel, run: ({ session }) => { session.setFuture('quiet'); } },
  { id: 'future-typical', label: { en: 'Show a typical future', fr: 'Montrer un futur typique' }, group: 'view', enabled: hasModel, run: ({ session }) => { session.setFuture('typical'); } },
  { id: 'future-violent', label: { en: 'Show a violent future', fr: 'Montrer un futur violent' }, group: 'view', enabled: hasModel, run: ({ session }) => { session.setFuture('violent'); } },
  { id: 'seed', label: { en: 'Change the seed of the futures…', fr: 'Changer le germe des futurs…' }, group: 'view', keys: ['s'], enabled: hasModel, run: ({ ui }) => { ui.openDialog('seed'); } },
  { id: 'roll-seed', label: { en: 'Take other futures by chance', fr: 'Tirer d’autres futurs au hasard' }, group: 'view', enabled: hasModel, run: ({ session }) => { void session.rollSeed(); } },
  { id: 'theme', label: { en: 'Switch between light and dark', fr: 'Passer du clair au sombre' }, group: 'view', enabled: always, run: ({ session }) => { session.setTheme(session.get().theme === 'dark' ? 'light' : 'dark'); } },
  { id: 'language', label: { en: 'Passer au français', fr: 'Switch to English' }, group: 'view', enabled: always, run: ({ session }) => { session.setLanguage(session.get().language === 'en' ? 'fr' : 'en'); } },

  { id: 'scenarios', label: { en: 'Choose a scenario…', fr: 'Choisir un scénario…' }, group: 'file', enabled: always, run: ({ ui }) => { ui.openDialog('scenarios'); } },
  { id: 'open-scenario', label: { en: 'Open a scenario file…', fr: 'Ouvrir un fichier de scénario…' }, group: 'file', enabled: always, run: ({ ui }) => { ui.openScenarioFile(); } },
  { id: 'import-plan', label: { en: 'Import a plan file…', fr: 'Importer un fichier de plan…' }, group: 'file', enabled: hasModel, run: ({ ui }) => { ui.importPlanFile(); } },
  { id: 'download-plan', label: { en: 'Download the plan', fr: 'Télécharger le plan' }, group: 'file', enabled: hasModel, run: ({ ui }) => { ui.downloadPlan(); } },
  { id: 'download-scenario', label: { en: 'Download the scenario', fr: 'Télécharger le scénario' }, group: 'file', enabled: hasModel, run: ({ ui }) => { ui.downloadScenario(); } },

  { id: 'findings', label: { en: 'Findings…', fr: 'Constats…' }, group: 'help', enabled: always, run: ({ ui }) => { ui.openDialog('findings'); } },
  { id: 'help', label: { en: 'Help and keyboard…', fr: 'Aide et clavier…' }, group: 'help', keys: ['?', 'f1'], enabled: always, run: ({ ui }) => { ui.openDialog('help'); } },
  { id: 'about', label: { en: 'About this model…', fr: 'À propos du modèle…' }, group: 'help', enabled: always, run: ({ ui }) => { ui.openDialog('about'); } },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];

/** Start of the selected action moved by some days; the day stands in the plan's check, whatever the rule says. */
export function nudge(session: Session, days: number): void {
  const state = session.get();
  const { action } = state.selection;
  const check = state.checks[state.document.activePlan]?.actions.find(item => item.id === action);
  if (action === null || check === undefined || state.model === null) return;
  const low = state.allowInfeasible ? 0 : check.earliest;
  const wanted = Math.min(state.model.scenario.days - 1, Math.max(0, check.startDay + days));
  const start = days < 0 && wanted < low ? Math.min(check.startDay, low) : wanted;
  if (start !== check.startDay) session.moveAction(action, start);
}

/** The command of an id. */
export function commandOf(id: CommandId): Command {
  return COMMANDS.find(command => command.id === id)!;
}

/** Label to show now. */
export function commandLabel(command: Command, state: SessionState, language: Language): string {
  return command.labelNow?.(state, language) ?? command.label[language];
}

/** A key press as commands write it: "mod+shift+z". Shift counts with letters and named keys only: other characters need it on some keyboards. */
export function keyName(event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean }): string {
  const key = event.key.toLowerCase();
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey && (key.length > 1 || /[a-z ]/.test(key)) ? 'shift+' : ''}${key}`;
}

/** The command of a key press; undefined when the keys mean nothing or the command is not enabled. */
export function findCommand(name: string, state: SessionState): Command | undefined {
  return (COMMANDS as readonly Command[]).find(command => command.keys?.includes(name) === true && command.enabled(state));
}

/** Keys as people read them: "Ctrl Z", "⌘ Z". */
export function keyText(keys: string, apple: boolean, language: Language): string {
  const words: Readonly<Record<string, string>> = {
    mod: apple ? '⌘' : 'Ctrl', shift: language === 'fr' ? 'Maj' : 'Shift', alt: 'Alt', ' ': language === 'fr' ? 'Espace' : 'Space', delete: language === 'fr' ? 'Suppr' : 'Delete',
  };
  return keys.split('+').map(key => words[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1))).join(' ');
}
