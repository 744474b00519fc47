// `npm run dev`: the server, started anew after a change, and both front doors with hot reload.
import { spawn } from 'node:child_process';
import { createServer } from 'vite';

spawn(process.execPath, ['--watch', 'server/main.ts'], { stdio: 'inherit' });
for (const [mode, path] of [
  ['survey', '/s/CODE'],
  ['console', '/app/'],
] as const) {
  const front = await createServer({ mode, configFile: 'vite.config.ts' });
  await front.listen();
  process.stdout.write(`http://localhost:${front.config.server.port}${path}\n`);
}
