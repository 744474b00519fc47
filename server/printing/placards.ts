// Which touchpoints somebody may print, and what is printed of each.
import { inArray } from 'drizzle-orm';
import { dayOf, formatDay } from '#domain/days.ts';
import { type Layout, MOST_PRINTED } from '#domain/printing.ts';
import type { Actor } from '#domain/roles.ts';
import { searchKey } from '#domain/search.ts';
import { formatCode, normaliseCode } from '#domain/touchpoints.ts';
import type { Agency } from '../agencies/queries.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';
import { canWrite, printable } from './fonts.ts';
import type { Placard } from './sheet.ts';

export interface Printable {
  touchpoint: Touchpoint;
  agency: Agency;
}

/**
 * Codes separated by commas, as they are typed → as they are stored, each once.
 * @throws Failure malformed: none, too many, or some that cannot be codes, each named
 */
export function readCodes(typed: string): string[] {
  const parts = typed.split(',');
  const wrong = parts.filter((part) => !normaliseCode(part));
  if (wrong.length > 0) throw new Failure('malformed', 'malformed', issues(wrong, 'unknown_touchpoint'));
  const codes = [...new Set(parts.flatMap((part) => normaliseCode(part) ?? []))];
  if (codes.length > MOST_PRINTED)
    throw new Failure('malformed', 'malformed', [{ path: ['touchpoints'], code: 'too_many_touchpoints' }]);
  return codes;
}

/**
 * The touchpoints with these codes, in their order; all or none.
 * @throws Failure not_found/unknown_touchpoint, also for those out of reach; conflict: touchpoint_revoked,
 * agency_closed; each is named
 */
export async function findPrintable(
  { db, now }: Context,
  actor: Actor,
  codes: readonly string[],
): Promise<Printable[]> {
  const { touchpoints } = db.tables;
  const rows = await db.read
    .select()
    .from(touchpoints)
    .where(inArray(touchpoints.code, [...codes]));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const within = new Map((await agenciesWithin(db, actor)).map((agency) => [agency.id, agency]));
  const found = codes.flatMap((code) => {
    const touchpoint = byCode.get(code);
    const agency = touchpoint && within.get(touchpoint.agencyId);
    return agency ? [{ touchpoint, agency }] : [];
  });
  const known = new Set(found.map(({ touchpoint }) => touchpoint.code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new Failure('not_found', 'unknown_touchpoint', issues(unknown, 'unknown_touchpoint'));
  refuse(
    found.filter(({ touchpoint }) => touchpoint.state === 'revoked'),
    'touchpoint_revoked',
  );
  // Nobody shall put up a poster that says "closed" to whoever scans it.
  const today = dayOf(now());
  refuse(
    found.filter(({ agency }) => agency.validTo !== null && agency.validTo < today),
    'agency_closed',
  );
  return found;
}

function refuse(found: readonly Printable[], code: 'touchpoint_revoked' | 'agency_closed'): void {
  if (found.length === 0) return;
  const named = found.map(({ touchpoint }) => formatCode(touchpoint.code));
  throw new Failure('conflict', code, issues(named, code));
}

const issues = (codes: readonly string[], code: string) =>
  codes.map((each) => ({ path: ['touchpoints', each], code }));

/**
 * What is printed of each.
 * @param address that the installation is opened with, without a slash at the end
 */
export async function describePlacards(
  { db, config }: Context,
  address: string,
  found: readonly Printable[],
): Promise<Placard[]> {
  const ids = [...new Set(found.map(({ touchpoint }) => touchpoint.questionnaireId))];
  const languages = new Map<string, string[]>();
  for (const id of ids)
    languages.set(id, (await findQuestionnaire(db, id))?.content.languages.map(nameOfLanguage) ?? []);
  return found.map(({ touchpoint, agency }) => ({
    agency: printable(agency.name),
    agencyEn: agency.nameEn === null ? null : printable(agency.nameEn),
    name: touchpoint.name === agency.name ? null : printable(touchpoint.name),
    address: `${address}/s/${touchpoint.code}`,
    typed: `${address.replace(/^https?:\/\//, '')}/s/${formatCode(touchpoint.code)}`,
    languages: languages.get(touchpoint.questionnaireId) ?? [],
    demo: config.demo,
  }));
}

/** In the language itself, or in Vietnamese when its letters cannot be printed. */
function nameOfLanguage(language: string): string {
  const nameIn = (reader: string) => {
    const name = new Intl.DisplayNames([reader, 'vi'], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
  };
  const own = nameIn(language);
  return canWrite(own) ? own : nameIn('vi');
}

/** Writes down who printed what. */
export async function recordPrinting(
  { db, now }: Context,
  doer: Doer,
  layout: Layout,
  found: readonly Printable[],
): Promise<void> {
  const at = now();
  await db.write((tx) =>
    found.map(({ touchpoint, agency }) =>
      recordAudit(tx, db.tables, {
        ...doer,
        at,
        action: 'touchpoint.printed',
        subject: { kind: 'touchpoint', id: touchpoint.id },
        agencyId: agency.id,
        after: { layout },
      }),
    ),
  );
}

const LONGEST_NAME = 60;

/** The name of the file, in plain letters that every computer takes. */
export function fileName(layout: Layout, found: readonly Printable[], now: number): string {
  const [first] = found;
  if (!first || found.length > 1) return `${layout}_${found.length}-diem_${formatDay(dayOf(now))}.pdf`;
  const plain = searchKey(first.agency.name).replace(/[^a-z0-9]+/g, '-');
  const agency = plain.slice(0, LONGEST_NAME).replace(/^-|-$/g, '');
  return `${layout}_${agency}_${formatCode(first.touchpoint.code)}.pdf`;
}
