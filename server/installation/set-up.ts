// The first run: an empty installation gets its province and its first administrator, all or nothing.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { checkAgencyWords } from '#domain/agencies.ts';
import type { Issue } from '#domain/issues.ts';
import { passwordFaults } from '#domain/passwords.ts';
import { creationOf, personSchema, toAccount, usernameSchema } from '../accounts/creation.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { actorFor, hasAccounts, insertAccounts } from '../accounts/queries.ts';
import { isStamp, stamp } from '../accounts/secrets.ts';
import { openSession } from '../accounts/sign-in.ts';
import { createProvince } from '../agencies/creation.ts';
import { findProvince } from '../agencies/queries.ts';
import { recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';

/** What can stand at the provincial tier; communes come by themselves. */
const OFFICE_KINDS = ['department', 'branch', 'service_unit'] as const;
const text = z.string().trim().max(400);

export const setUpSchema = z.strictObject({
  token: z.string().max(100).describe('From the address that the server prints.'),
  province: z
    .strictObject({
      unitCode: z.string().max(10),
      agencyCode: text
        .transform((given) => given || null)
        .nullable()
        .optional(),
      offices: z
        .array(z.strictObject({ kind: z.enum(OFFICE_KINDS), name: text, nameEn: text.default('') }))
        .max(200)
        .optional()
        .describe('Of the provincial tier; the usual ones when they are left out.'),
    })
    .optional()
    .describe('Left out where the province was created at the server.'),
  administrator: z.strictObject({
    username: usernameSchema,
    name: personSchema,
    password: z.string().max(1000),
  }),
});
type SetUp = z.output<typeof setUpSchema>;

const PURPOSE = 'set-up';

/** What opens the set-up page: the same until there is an account, and nothing afterwards. */
export const setUpToken = ({ signer }: Context): string => stamp(signer, PURPOSE, 'first administrator');

/**
 * Creates the province and the first administrator, and signs the latter in.
 * @throws Failure forbidden/wrong_set_up_token; conflict/already_set_up, also to the slower of two; invalid/invalid with
 * an issue for each fault
 */
export async function setUp(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: SetUp,
): Promise<void> {
  const { db, signer, now } = context;
  if (await hasAccounts(db)) throw new Failure('conflict', 'already_set_up');
  if (!isStamp(signer, PURPOSE, 'first administrator', wanted.token))
    throw new Failure('forbidden', 'wrong_set_up_token');
  const there = await findProvince(db);
  const issues = faultsOf(wanted, there !== null);
  if (issues.length > 0) throw new Failure('invalid', 'invalid', issues);
  const { password, ...person } = wanted.administrator;
  const asked = { ...person, role: 'administrator' as const, agencyId: null };
  const account = toAccount(asked, await hashPassword(password), now());
  const doer = { actor: actorFor(account), origin: request.ip };
  const statements = (tx: Parameters<Parameters<typeof db.write>[0]>[0]) => [
    // Only one set-up can write it.
    tx.insert(db.tables.settings).values({ key: 'administrator', value: 'true', changedAt: now() }),
    insertAccounts(tx, db.tables, [account]),
    recordAudit(tx, db.tables, creationOf(account, asked, doer)),
    recordAudit(tx, db.tables, {
      ...doer,
      at: now(),
      action: 'installation.set_up',
      subject: { kind: 'installation', id: 'installation' },
      agencyId: null,
      after: wanted.province ? { unitCode: wanted.province.unitCode } : null,
    }),
  ];
  const { province } = wanted;
  if (province) await createProvince(context, province.unitCode, { ...given(province), more: statements });
  else
    try {
      await db.write(statements);
    } catch (error) {
      if (isTaken(error)) throw new Failure('conflict', 'already_set_up');
      throw error;
    }
  await openSession(context, request, reply, account);
}

function given({ offices, agencyCode }: NonNullable<SetUp['province']>) {
  return { ...(offices && { offices }), ...(agencyCode !== undefined && { agencyCode }) };
}

function faultsOf({ province, administrator }: SetUp, there: boolean): Issue[] {
  const issues: Issue[] = passwordFaults(administrator.password, administrator.username).map(
    ({ path, code }) => ({
      path: ['administrator', ...path],
      code,
    }),
  );
  if (!province !== there) issues.push({ path: ['province'], code: there ? 'already_set_up' : 'missing' });
  const code = province?.agencyCode;
  if (code && !/^[A-Z]\d{2}$/.test(code))
    issues.push({ path: ['province', 'agencyCode'], code: 'malformed' });
  const names = new Set<string>();
  for (const [index, { name, nameEn }] of (province?.offices ?? []).entries()) {
    const path = ['province', 'offices', index, 'name'];
    const words = { name, nameEn: nameEn || null, unitCode: null, agencyCode: null };
    for (const { code } of checkAgencyWords(words).slice(0, 1)) issues.push({ path, code });
    if (names.has(name.toLowerCase())) issues.push({ path, code: 'repeated' });
    names.add(name.toLowerCase());
  }
  return issues;
}
