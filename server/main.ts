// Where the server starts. What Node compiled is kept for the next start, which takes a third off it; that must be
// switched on before anything else is loaded.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
await import('./serve.ts');
