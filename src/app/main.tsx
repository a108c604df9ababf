/** The page: builds the session over workers and storage, mounts the panels, opens what the address or the last visit names. */
import './fonts.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { MapPanel } from '../panels/map-panel.tsx';
import { SessionProvider } from '../panels/use-session.ts';
import { UiProvider } from '../panels/use-ui.ts';
import { findLatestScenario } from '../session/autosave.ts';
import { createSession } from '../session/session.ts';
import { MAP_LAYERS, type SessionState } from '../session/types.ts';
import { readPlace, type Place } from '../session/url.ts';
import { SERIES } from '../study/results.ts';
import { indexedStorage, keepPreference, readFile, readPreference } from '../io/browser.ts';
import { createBrowserBackend } from '../workers/browser-backend.ts';
import { textIn } from '../scenario/localize.ts';
import { dateText } from '../panels/format.ts';
import { applyPlace, followAddress } from './address.ts';
import { Layout } from './layout.tsx';
import { EXAMPLE, readShelf } from './library.ts';
import { createShell } from './shell.ts';
import { listenForShortcuts } from './shortcuts.ts';
import { chooseTheme, chosenTheme, themeOf } from './theme.ts';

/** What this device remembers of the last visit, as far as it still means something. */
function preferences(): Partial<SessionState> {
  const kept = (readPreference('preferences') ?? {}) as Partial<Record<string, unknown>>;
  const layer = MAP_LAYERS.find(name => name === kept['layer']);
  const ribbons = Array.isArray(kept['ribbons']) ? SERIES.map(series => series.name).filter(name => (kept['ribbons'] as unknown[]).includes(name)) : [];
  const order = (kept['ribbons'] as SessionState['ribbons'] | undefined) ?? [];
  const language = kept['language'] === 'fr' || kept['language'] === 'en' ? kept['language'] : navigator.language.startsWith('fr') ? 'fr' : 'en';
  return { language, theme: themeOf(chosenTheme()), ...(layer === undefined ? {} : { layer }), ...(ribbons.length === 3 ? { ribbons: order.filter(name => ribbons.includes(name)) } : {}) };
}

const storage = indexedStorage();
const session = createSession({
  backend: createBrowserBackend(), storage,
  schedule: work => { requestAnimationFrame(work); },
  frame: work => { requestAnimationFrame(work); },
  later: (work, milliseconds) => { const timer = setTimeout(work, milliseconds); return () => { clearTimeout(timer); }; },
  now: () => Date.now(),
  random: () => Math.random(),
  initial: preferences(),
});
const shell = createShell(session, storage, readPreference('notice') === true ? {} : { dialog: 'notice' });

session.subscribe(state => state.theme, theme => { chooseTheme(theme); });
session.subscribe(state => state.language, language => { document.documentElement.lang = language; });
document.documentElement.lang = session.get().language;
for (const select of [(state: SessionState) => state.language, (state: SessionState) => state.layer, (state: SessionState) => state.ribbons]) {
  session.subscribe(select as (state: SessionState) => unknown, () => { const { language, layer, ribbons } = session.get(); keepPreference('preferences', { language, layer, ribbons }); });
}
const nameTab = (): void => {
  const { model, language } = session.get();
  if (model === null) return;
  const { title, kind, start, days } = model.scenario;
  const span = kind === 'historical' ? `, ${dateText(start, 0, language, true)} – ${dateText(start, days - 1, language, true)}` : '';
  document.title = `${textIn(title, language)}${span} · Forestall`;
};
session.subscribe(state => state.model, nameTab);
session.subscribe(state => state.language, nameTab);
shell.store.subscribe(state => state.dialog, dialog => { if (dialog !== 'notice') keepPreference('notice', true); });
window.addEventListener('pagehide', () => { void session.saveNow(); });
window.addEventListener('dragover', event => { event.preventDefault(); });
window.addEventListener('drop', event => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file !== undefined) void readFile(file).then(opened => shell.openFile(opened));
});
listenForShortcuts({ session, ui: shell });

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the application');
createRoot(root).render(
  <SessionProvider session={session}>
    <UiProvider ui={shell}><Layout map={<MapPanel load={() => import('../map/mount.ts')} />} /></UiProvider>
  </SessionProvider>,
);

/** Opens a place; a historical case shows its notice first. */
async function open(place: Place): Promise<void> {
  const go = async (): Promise<void> => {
    await shell.openById(place.scenario);
    applyPlace(session, place);
  };
  const card = place.scenario === EXAMPLE ? undefined : (await readShelf()).find(item => item.id === place.scenario);
  if (card?.kind === 'historical') shell.store.set({ historical: { scenario: card, run: () => { void go(); } } });
  else await go();
}

const place = readPlace(location.hash) ?? { scenario: (await findLatestScenario(storage)) ?? EXAMPLE };
await open(place);
followAddress(session, next => { void open(next); });
