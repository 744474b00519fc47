import { pgTable, text } from 'drizzle-orm/pg-core';

/** Recordings that published questionnaires name; a row never changes. */
export const audioFiles = pgTable('audio_files', {
  /** SHA-256 of the bytes, hex, and the ending of their kind. */
  name: text().primaryKey(),
  /** The bytes in base64: text is the same on every dialect. */
  content: text().notNull(),
});
