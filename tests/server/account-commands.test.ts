import { expect, it } from 'vitest';
import { accountCommands } from '../../server/accounts/commands.ts';
import { auditCommands } from '../../server/audit/commands.ts';
import { readConfig } from '../../server/config.ts';
import { temporaryFolder } from '../support/folders.ts';
import { testServer } from '../support/server.ts';

const run = (folder: string, words: string, ...args: string[]) => {
  const command = [...accountCommands, ...auditCommands].find(({ usage }) => usage.startsWith(words));
  if (!command) throw new Error(words);
  return command.run(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), args);
};

it('an operator makes the first administrator, and opens an account whose password is lost', async () => {
  const folder = temporaryFolder();
  const named = ['--username', 'Quan.Tri', '--name', 'Lê Quản Trị'];
  const [first = ''] = await run(folder, 'account create-administrator', ...named);
  const [second = ''] = await run(folder, 'account reset', '--username', 'quan.tri');
  const { app } = await testServer({ folder });
  const signIn = async (password: string) =>
    (await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'quan.tri', password } }))
      .statusCode;
  expect([await signIn(first), await signIn(second)]).toEqual([401, 200]);
  expect(await run(folder, 'audit verify')).toEqual(['4 entries, all as they were written']);
});

it('an operator is told what is wrong', async () => {
  const folder = temporaryFolder();
  await expect(run(folder, 'account create-administrator', '--username', 'Có Dấu')).rejects.toMatchObject({
    code: 'malformed',
    issues: [{ path: ['username'] }, { path: ['name'] }],
  });
  await expect(run(folder, 'account reset', '--username', 'nobody')).rejects.toMatchObject({
    code: 'unknown_account',
  });
});
