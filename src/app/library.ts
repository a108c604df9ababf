/** The scenarios and plans that ship with the program, as files beside it; each is fetched only when it is asked for. */
import type { ShippedScenario } from '../panels/use-ui.ts';

const scenarioFiles = import.meta.glob<string>('../../scenarios/*/scenario.json', { query: '?raw', import: 'default' });
const planFiles = import.meta.glob<string>('../../scenarios/*/plans/*.json', { query: '?raw', import: 'default' });

/** Scenario that opens first. */
export const EXAMPLE = 'halvane';

export interface ShippedFiles {
  readonly text: string;
  readonly file: string;
  readonly plans: readonly { readonly text: string; readonly file: string }[];
}

const folderOf = (path: string): string => path.split('/').at(-2) ?? '';
const planFolderOf = (path: string): string => path.split('/').at(-3) ?? '';

/** Ids (folders) of the scenarios that ship, the example first. */
export function shippedIds(): readonly string[] {
  return Object.keys(scenarioFiles).map(folderOf).sort((a, b) => Number(b === EXAMPLE) - Number(a === EXAMPLE) || (a < b ? -1 : 1));
}

/** A scenario's file and its plans' files; undefined for an id that does not ship. */
export async function findShipped(id: string): Promise<ShippedFiles | undefined> {
  const path = Object.keys(scenarioFiles).find(name => folderOf(name) === id);
  if (path === undefined) return undefined;
  const plans = Object.keys(planFiles).filter(name => planFolderOf(name) === id).sort();
  const [text, ...texts] = await Promise.all([scenarioFiles[path]!(), ...plans.map(name => planFiles[name]!())]);
  return { text, file: `${id}/scenario.json`, plans: texts.map((plan, i) => ({ text: plan, file: `${id}/plans/${plans[i]!.split('/').at(-1)!}` })) };
}

interface Head {
  readonly id?: string;
  readonly kind?: string;
  readonly title?: ShippedScenario['title'];
  readonly summary?: ShippedScenario['summary'];
  readonly start?: string;
  readonly days?: number;
  readonly regions?: readonly unknown[];
  readonly sources?: readonly { readonly text?: string }[];
}

/** What the shelf shows of each scenario. Shipped files are tested, so only their heads are read here. */
export async function readShelf(): Promise<readonly ShippedScenario[]> {
  const cards = await Promise.all(shippedIds().map(async (id): Promise<ShippedScenario | undefined> => {
    const files = await findShipped(id);
    if (files === undefined) return undefined;
    const head = JSON.parse(files.text) as Head;
    return {
      id, kind: head.kind === 'historical' ? 'historical' : 'fictional', title: head.title ?? { en: id }, summary: head.summary ?? { en: '' }, start: head.start ?? '2000-01-01', days: head.days ?? 1,
      regions: head.regions?.length ?? 0, plans: files.plans.length, sources: (head.sources ?? []).map(source => source.text ?? '').filter(text => text !== ''),
    };
  }));
  return cards.filter(card => card !== undefined);
}
