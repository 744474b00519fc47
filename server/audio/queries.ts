import { eq, inArray } from 'drizzle-orm';
import { chunks, type Database, type Statement, type Tables, type Writer } from '../db/database.ts';

/** A recording's bytes, or null. */
export async function findAudio({ read, tables: { audioFiles } }: Database, name: string) {
  const [found] = await read.select().from(audioFiles).where(eq(audioFiles.name, name)).limit(1);
  return found ? Buffer.from(found.content, 'base64') : null;
}

/** Those of the names that are stored. */
export async function storedAudio({ read, tables: { audioFiles } }: Database, names: string[]) {
  const stored = new Set<string>();
  for (const some of chunks(names)) {
    const rows = await read
      .select({ name: audioFiles.name })
      .from(audioFiles)
      .where(inArray(audioFiles.name, some));
    for (const { name } of rows) stored.add(name);
  }
  return stored;
}

/** The statement that adds a recording; nothing happens when it is there: its name says what is in it. */
export function insertAudio(tx: Writer, { audioFiles }: Tables, name: string, bytes: Buffer): Statement {
  return tx
    .insert(audioFiles)
    .values({ name, content: bytes.toString('base64') })
    .onConflictDoNothing();
}
