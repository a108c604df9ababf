/** The shelf: scenarios that ship with the program. Fictional ones first; a historical case shows its notice and sources before it opens. */
import { useEffect, useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { AppDialog } from './dialog.tsx';
import { dateText } from './format.ts';
import { Icon } from './icons.tsx';
import { useLocal, useText } from './text.ts';
import { useSelect } from './use-session.ts';
import { useUi, useUiState, type ShippedScenario } from './use-ui.ts';
import './scenario-picker.css';

const SOURCES = 8;

export function ScenarioPickerDialog(): ReactElement {
  const t = useText();
  const local = useLocal();
  const ui = useUi();
  const isOpen = useUiState(state => state.dialog === 'scenarios');
  const shipped = useUiState(state => state.shipped);
  const [saved, setSaved] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    if (!isOpen) return undefined;
    let current = true;
    void (async () => { const found = await ui.findSaved(); if (current) setSaved(found); })();
    return () => { current = false; };
  }, [isOpen, ui]);
  const close = (): void => { ui.closeDialog(); };
  const open = (scenario: ShippedScenario, fresh: boolean): void => {
    close();
    const run = (): void => { void ui.openShipped(scenario.id, fresh); };
    const next = (): void => { if (scenario.kind === 'historical') ui.store.set({ historical: { scenario, run } }); else run(); };
    // starting afresh loses saved work, and no undo brings it back
    if (fresh) ui.ask({ title: 'picker.askFresh', text: 'picker.askFreshText', values: { name: local(scenario.title) }, confirm: 'picker.fresh', run: next });
    else next();
  };
  return (
    <AppDialog title={t('picker.title')} isOpen={isOpen} onClose={close} size="large" actions={<>
      <span className="muted grow">{t('shell.independent')}</span>
      <Button className="button" onPress={() => { close(); ui.openScenarioFile(); }}><Icon name="open" />{t('picker.file')}</Button>
    </>}>
      {shipped === null ? <p className="muted">{t('picker.loading')}</p> : (['fictional', 'historical'] as const).map(kind => {
        const shelf = shipped.filter(item => item.kind === kind);
        if (shelf.length === 0) return null;
        return (
          <section key={kind} className="shelf">
            <h3>{t(`picker.${kind}`)}</h3>
            <p className="muted">{t(`picker.${kind}Note`)}</p>
            <ul>{shelf.map(item => <Card key={item.id} scenario={item} savedAt={saved.get(item.id)} onOpen={fresh => { open(item, fresh); }} />)}</ul>
          </section>
        );
      })}
    </AppDialog>
  );
}

function Card({ scenario, savedAt, onOpen }: { readonly scenario: ShippedScenario; readonly savedAt: number | undefined; readonly onOpen: (fresh: boolean) => void }): ReactElement {
  const t = useText();
  const local = useLocal();
  const language = useSelect(state => state.language);
  const time = savedAt === undefined ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);
  return (
    <li className="scenario-card">
      <div className="grow">
        <h4>{local(scenario.title)}</h4>
        <p>{local(scenario.summary)}</p>
        <p className="muted small">{t('picker.facts', { from: dateText(scenario.start, 0, language, true), to: dateText(scenario.start, scenario.days - 1, language, true), regions: scenario.regions, plans: scenario.plans })}{scenario.sources.length > 0 ? ` · ${t('picker.sources', { count: scenario.sources.length })}` : ''}</p>
        {savedAt !== undefined && <p className="muted small">{t('picker.saved', { time })}</p>}
      </div>
      <div className="card-buttons">
        <Button className="button primary" aria-label={t('picker.openName', { name: local(scenario.title) })} onPress={() => { onOpen(false); }}>{savedAt === undefined ? t('picker.open') : t('picker.continue')}</Button>
        {savedAt !== undefined && <Button className="button" aria-label={t('picker.freshName', { name: local(scenario.title) })} onPress={() => { onOpen(true); }}>{t('picker.fresh')}</Button>}
      </div>
    </li>
  );
}

/** The notice of a historical case: place, years and sources, and what the model is not; it stands before the case opens. */
export function HistoricalDialog(): ReactElement | null {
  const t = useText();
  const local = useLocal();
  const ui = useUi();
  const language = useSelect(state => state.language);
  const asked = useUiState(state => state.historical);
  if (asked === null) return null;
  const { scenario, run } = asked;
  const [from, to] = [dateText(scenario.start, 0, language, true), dateText(scenario.start, scenario.days - 1, language, true)];
  const close = (): void => { ui.store.set({ historical: null }); };
  return (
    <AppDialog title={local(scenario.title)} isOpen onClose={close} isDismissable={false} actions={<>
      <Button className="button" onPress={() => { close(); ui.openDialog('scenarios'); }}>{t('dialog.back')}</Button>
      <Button className="button primary" autoFocus onPress={() => { close(); run(); }}>{t('picker.openCase')}</Button>
    </>}>
      <p className="strong">{t('history.watermark')}</p>
      <p>{t('history.notice', { place: local(scenario.title), years: `${from} – ${to}` })}</p>
      <p>{t('history.boundaries')}</p>
      {scenario.sources.length > 0 && <><h3>{t('history.sources')}</h3><ul className="sources">{scenario.sources.slice(0, SOURCES).map(source => <li key={source}>{source}</li>)}{scenario.sources.length > SOURCES && <li>{t('findings.more', { count: scenario.sources.length - SOURCES })}</li>}</ul></>}
    </AppDialog>
  );
}
