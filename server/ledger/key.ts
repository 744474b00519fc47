// The key that signs checkpoints: made once, kept beside the data, readable by its owner only.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSigner, newSigner, parseSigner, type Signer } from './note.ts';

export const KEY_FILE = 'ledger.key';

/**
 * The signer of the installation whose data lie in a folder; made on first use.
 * @throws Error when the file is there but damaged
 */
export function openSigner(dataDir: string): Signer {
  const file = join(dataDir, KEY_FILE);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const signer = newSigner(`lang-nghe-${randomBytes(4).toString('hex')}`);
    try {
      // `wx`: of two processes that start together the first one's key is the key.
      writeFileSync(file, `${formatSigner(signer)}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  try {
    return parseSigner(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
