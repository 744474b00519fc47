// The files that a report can be had as; apart, because pages need nothing else of reports.
export const REPORT_FORMATS = ['docx', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
