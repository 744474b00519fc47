// What lies outside somebody's agencies does not exist for them, whatever they try to do with it.
import { expect, it } from 'vitest';
import type { Actor } from '#domain/roles.ts';
import { addAgency, changeAgency, closeAgency, reopenAgency } from '../../server/agencies/changes.ts';
import { importAgencies } from '../../server/agencies/import.ts';
import { mergeAgencies, splitAgency } from '../../server/agencies/reorganisations.ts';
import {
  changeState,
  changeTouchpoint,
  createTouchpoints,
  renewCode,
} from '../../server/touchpoints/changes.ts';
import { readTouchpoints } from '../../server/touchpoints/listing.ts';
import { testServer } from '../support/server.ts';

it('refuses every change of another agency and its touchpoints as if they were not there', async () => {
  const { context, agencies, touchpoints } = await testServer();
  const [own, other] = agencies.map(({ id }) => id) as [string, string];
  const foreign = touchpoints[1]?.id ?? '';
  const actor: Actor = { accountId: 'a', name: 'Lan', role: 'administrator', agencyId: own };
  const doer = { actor, origin: null };
  const words = {
    kind: 'service_unit' as const,
    name: 'Trạm',
    nameEn: null,
    unitCode: null,
    agencyCode: null,
    yearlyTransactions: null,
  };
  const wanted = { ...words, parentId: other, validFrom: null };
  const mine = { ...wanted, parentId: own };
  const tries = [
    () => addAgency(context, doer, wanted),
    () => changeAgency(context, doer, other, { name: 'Khác' }),
    () => changeAgency(context, doer, own, { parentId: other }),
    () => closeAgency(context, doer, other, 21_000),
    () => reopenAgency(context, doer, other),
    () => mergeAgencies(context, doer, { from: [other], into: mine, on: 21_000 }),
    () => mergeAgencies(context, doer, { from: [own], into: other, on: 21_000 }),
    () => splitAgency(context, doer, { from: other, into: [mine, mine], on: 21_000 }),
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'unknown_agency' });
  const made = { agencies: [own, other], kind: 'counter' as const, name: 'Q', questionnaire: 'one-stop@1' };
  await expect(createTouchpoints(context, doer, made)).rejects.toMatchObject({ code: 'unknown_agency' });
  for (const attempt of [
    () => changeTouchpoint(context, doer, foreign, { name: 'x' }),
    () => changeState(context, doer, foreign, 'paused'),
    () => renewCode(context, doer, foreign),
  ])
    await expect(attempt()).rejects.toMatchObject({ kind: 'not_found', code: 'unknown_touchpoint' });
  const row = { row: 2, name: 'Trạm', kind: 'branch', parent: 'UBND xã Phong Điền' };
  const { faults } = await importAgencies(context, doer, [row], true);
  expect(faults).toEqual([{ row: 2, column: 'parent', code: 'unknown' }]);
  const listed = await readTouchpoints(context, actor, { sort: 'agency', order: 'asc', page: 1 });
  expect(listed.touchpoints.map(({ agency }) => agency.id)).toEqual([own]);
  expect(await context.db.read.select().from(context.db.tables.auditEntries)).toEqual([]);
});
