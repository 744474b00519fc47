// The real server as a process of its own, on a free port, with a data folder that the test owns.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** As `npm start` does: without them a heap of 40 MB is let grow to 180 on a large machine before anything is freed. */
const FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=50'];
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ServerProcess {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** The first line that it printed: of an empty installation, the address to set it up at. */
  said: string;
  pid: number;
  /** From the start of the process to the first line that it prints, which it does once it listens. */
  startedInMs: number;
  /** SIGTERM: leaves in good order. */
  stop: () => Promise<void>;
  /** SIGKILL: leaves everything as it is. */
  kill: () => Promise<void>;
}

/**
 * Starts the server and waits until it listens.
 * @param entry the file to run, from the top of the tree
 * @throws Error with what the process said when it ends before it listens
 */
export async function startServer(dataDir: string, entry = 'server/main.ts'): Promise<ServerProcess> {
  buildPagesOnce();
  const started = performance.now();
  const child = spawn(process.execPath, [...FLAGS, entry], {
    cwd: ROOT,
    env: settings(dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk) => complaints.push(String(chunk)));
  const exit = once(child, 'exit');
  const line = await Promise.race([firstLine(child), exit.then(() => null)]);
  const startedInMs = performance.now() - started;
  if (line === null) throw new Error(`the server did not start: ${complaints.join('')}`);
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await exit;
  };
  return {
    url: new URL(line).origin,
    said: line,
    pid: child.pid ?? 0,
    startedInMs,
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
  };
}

/** Runs an operator command, such as `province create --code 92`, and returns what it printed. */
export function runCommand(dataDir: string, ...args: string[]): string {
  return execFileSync(process.execPath, ['server/cli.ts', ...args], {
    cwd: ROOT,
    env: settings(dataDir),
    encoding: 'utf8',
  });
}

function settings(dataDir: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    LOG_LEVEL: 'error',
  };
}

/** Does what `npm start` does: the server does not start without its pages. */
function buildPagesOnce(): void {
  if (
    ['console/index.html', 'survey/index.html', 'widget/frame.js'].some(
      (file) => !existsSync(`${ROOT}/dist/${file}`),
    )
  )
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'ignore' });
}

async function firstLine(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null;
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return line;
}
