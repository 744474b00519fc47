// What staff say about a comment: how far it is dealt with, and what it is about.
import type { Option } from './questionnaire.ts';
import { reasons } from './questionnaires/reasons.ts';
import { option } from './questionnaires/wording.ts';

export const COMMENT_STATUSES = ['new', 'read', 'in_progress', 'resolved'] as const;
export type CommentStatus = (typeof COMMENT_STATUSES)[number];

/** Set by the screening too, and the one that keeps a comment from the agency that it names. */
export const ALLEGATION = 'allegation';

/** The labels there are: what people give as reasons, and what else comments turn out to be. */
export const COMMENT_LABELS: readonly Option[] = [
  ...reasons.options,
  option('information', 'Thông tin, hướng dẫn', 'Information and guidance'),
  option('online', 'Dịch vụ công trực tuyến', 'Online services'),
  option('praise', 'Khen ngợi', 'Praise'),
  option('proposal', 'Đề xuất, góp ý', 'Proposal'),
  option(ALLEGATION, 'Phản ánh tiêu cực, nhũng nhiễu', 'Allegation of money or harassment'),
  option('unrelated', 'Không liên quan', 'Unrelated'),
];

export const COMMENT_LABEL_CODES: ReadonlySet<string> = new Set(COMMENT_LABELS.map(({ code }) => code));

/** The column `labels`. */
export function writeLabels(labels: readonly string[]): string {
  return labels.length > 0 ? `,${[...new Set(labels)].sort().join(',')},` : '';
}

/** Reads the column `labels`. */
export function readLabels(column: string): string[] {
  return column.split(',').filter(Boolean);
}
