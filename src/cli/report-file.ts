/** Writing the page of a study (report-page.ts) to a file. */
import { writeText } from '../io/node.ts';
import { EXIT, say, Stop } from './output.ts';
import { collectReport, type ReportInput } from './report-data.ts';
import { reportPage } from './report-page.ts';
import { withWork } from './work.ts';

/** Simulates what the page shows beyond the study, and writes it; exit code 1 when that fails. */
export async function writeReport(path: string, input: ReportInput, workers: number): Promise<void> {
  const page = await withWork({ title: 'Pictures for the report', world: input.world, workers, identity: null }, async (executor, { signal, progress }) => (
    { result: reportPage(await collectReport(executor, input, signal, share => progress.update(share))), sentence: 'pictures' }));
  const { error } = writeText(path, page);
  if (error !== undefined) {
    say(error);
    throw new Stop(EXIT.badInput);
  }
  say(`Report written to ${path}`);
}
