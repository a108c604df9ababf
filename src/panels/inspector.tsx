/** The inspector: five boards beside the map — the selected region, warning, logistics, the Council, the parties. */
import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { InspectorTab } from '../session/commands.ts';
import { CouncilBoard } from './inspector-council.tsx';
import { LogisticsBoard, useShortages } from './inspector-logistics.tsx';
import { PartiesBoard } from './inspector-parties.tsx';
import { RegionBoard } from './inspector-region.tsx';
import { useRaisedAlerts, WarningBoard } from './inspector-warning.tsx';
import { useText } from './text.ts';
import { useUi, useUiState } from './use-ui.ts';
import './controls.css';
import './inspector.css';
import './boards.css';

export function Inspector(): ReactElement {
  const t = useText();
  const ui = useUi();
  const tab = useUiState(state => state.tab);
  const alerts = useRaisedAlerts();
  const shortages = useShortages();
  return (
    <Tabs className="inspector" selectedKey={tab} onSelectionChange={key => { ui.showTab(key as InspectorTab); }}>
      <TabList className="inspector-tabs" aria-label={t('inspector.boards')}>
        <Tab id="region">{t('inspector.region')}</Tab>
        <Tab id="warning">{t('inspector.warning')} {alerts > 0 && <span className="count" title={t('inspector.warning.count', { count: alerts })}>{alerts}</span>}</Tab>
        <Tab id="logistics">{t('inspector.logistics')} {shortages > 0 && <span className="count" title={t('inspector.logistics.count', { count: shortages })}>{shortages}</span>}</Tab>
        <Tab id="council">{t('inspector.council')}</Tab>
        <Tab id="parties">{t('boards.parties')}</Tab>
      </TabList>
      <TabPanel id="region" className="board"><RegionBoard /></TabPanel>
      <TabPanel id="warning" className="board"><WarningBoard /></TabPanel>
      <TabPanel id="logistics" className="board"><LogisticsBoard /></TabPanel>
      <TabPanel id="council" className="board"><CouncilBoard /></TabPanel>
      <TabPanel id="parties" className="board"><PartiesBoard /></TabPanel>
    </Tabs>
  );
}
