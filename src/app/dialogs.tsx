/** Every dialog of the page, in one part that is loaded after the shell. */
import type { ReactElement } from 'react';
import { AboutDialog } from '../panels/about-dialog.tsx';
import { ActionFormDialog } from '../panels/action-form.tsx';
import { CommandPalette } from '../panels/command-palette.tsx';
import { FindingsDialog } from '../panels/findings-dialog.tsx';
import { HelpDialog } from '../panels/help-dialog.tsx';
import { NoticeDialog, QuestionDialog } from '../panels/notice-dialog.tsx';
import { PlanTableDialog } from '../panels/plan-table.tsx';
import { HistoricalDialog, ScenarioPickerDialog } from '../panels/scenario-picker.tsx';

export default function Dialogs(): ReactElement {
  return (
    <>
      <PlanTableDialog />
      <ActionFormDialog />
      <ScenarioPickerDialog />
      <FindingsDialog />
      <HelpDialog />
      <AboutDialog />
      <CommandPalette />
      <HistoricalDialog />
      <NoticeDialog />
      <QuestionDialog />
    </>
  );
}
