// Writes a report's file in a thread of its own: seconds of work that no citizen at a counter shall wait for, and
// libraries that are gone from memory afterwards.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Report } from '#domain/report.ts';
import type { ReportFormat } from '#domain/report-formats.ts';

const WRITERS: Record<ReportFormat, (report: Report) => Promise<Buffer>> = {
  docx: async (report) => (await import('./docx.ts')).writeDocx(report),
  xlsx: async (report) => (await import('./xlsx.ts')).writeXlsx(report),
  pdf: async (report) => (await import('./pdf.ts')).writePdf(report),
};
/** Longer than any report takes. */
const PATIENCE_MS = 120_000;

interface Task {
  report: Report;
  format: ReportFormat;
}

/** @throws Error when it cannot be written, or takes far too long */
export function writeReport(report: Report, format: ReportFormat): Promise<Buffer> {
  const task: Task = { report, format };
  const worker = new Worker(new URL(import.meta.url), { workerData: { reportTask: task }, execArgv: [] });
  return new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${format} took too long`)), PATIENCE_MS);
    worker.once('message', (file: Uint8Array) => resolve(Buffer.from(file)));
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`${format} was not finished`));
    });
  }).finally(() => worker.terminate());
}

const task: Task | undefined = isMainThread ? undefined : workerData?.reportTask;
if (task) parentPort?.postMessage(await WRITERS[task.format](task.report));
