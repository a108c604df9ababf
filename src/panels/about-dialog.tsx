/** About this model: what it is for, what it leaves out, how sure it is of itself, and the versions behind every number. */
import type { ReactElement } from 'react';
import { MODEL_VERSION } from '../engine/version.ts';
import { AppDialog } from './dialog.tsx';
import { useLocal, useText } from './text.ts';
import { useSelect } from './use-session.ts';
import { useUi, useUiState } from './use-ui.ts';

const LIMITS = ['about.limit.forecast', 'about.limit.places', 'about.limit.people', 'about.limit.values', 'about.limit.politics', 'about.limit.timing'] as const;

export function AboutDialog(): ReactElement {
  const t = useText();
  const local = useLocal();
  const ui = useUi();
  const isOpen = useUiState(state => state.dialog === 'about');
  const model = useSelect(state => state.model);
  const seed = useSelect(state => state.seed);
  const result = useSelect(state => state.results[state.document.activePlan]);
  return (
    <AppDialog title={t('about.title')} isOpen={isOpen} onClose={() => { ui.closeDialog(); }} isText>
      <p className="strong">{t('about.disclaimer')}</p>
      <h3>{t('about.purpose')}</h3>
      <p>{t('about.purposeText')}</p>
      <h3>{t('about.how')}</h3>
      <p>{t('about.howText')}</p>
      <h3>{t('about.limits')}</h3>
      <ul>{LIMITS.map(key => <li key={key}>{t(key)}</li>)}</ul>
      {model !== null && (
        <>
          <h3>{t('about.scenario')}</h3>
          <p>{local(model.scenario.title)} v{model.scenario.version} · {t(`shell.kind.${model.scenario.kind}`)}. {local(model.scenario.summary)}</p>
          {model.scenario.sources.length > 0 && <ul className="sources">{model.scenario.sources.map(source => <li key={source.id}>{source.text}{source.licence === undefined ? '' : ` (${source.licence})`}</li>)}</ul>}
        </>
      )}
      <h3>{t('about.versions')}</h3>
      <p className="muted">{t('about.versionsText', { model: MODEL_VERSION, scenario: model?.hash ?? '–', plan: result?.planHash ?? '–', seed: String(seed), runs: result?.runs ?? 0 })}</p>
      <p className="muted">{t('shell.independent')}</p>
    </AppDialog>
  );
}
