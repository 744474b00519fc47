// Two small front doors, built apart: `--mode survey` for citizens, `--mode console` for staff; `--mode survey-server`
// builds what the server needs to write the citizens' pages itself; `--mode kiosk-worker`, after `survey`, the service
// worker that keeps the files of that build on a tablet; `--mode widget` and `widget-frame` what other sites show.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { guideOf } from './client/console/features/help/guide.ts';

const api = 'http://127.0.0.1:8080';

// Citizens pay for every byte: Preact speaks React's API at a fifth of its weight.
const preact = {
  'react-dom/client': 'preact/compat/client',
  'react-dom': 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  react: 'preact/compat',
};

export default defineConfig(({ mode, command }) => {
  if (mode === 'survey')
    return {
      root: 'client/survey',
      base: command === 'build' ? '/survey/' : '/',
      plugins: [react()],
      resolve: { alias: preact },
      build: { outDir: '../../dist/survey', emptyOutDir: true, target: ['chrome79', 'safari14'] },
      server: { port: 5174, proxy: { '/api': api } },
    };
  if (mode === 'kiosk-worker')
    return {
      root: 'client/survey/kiosk',
      define: builtFiles('dist/survey'),
      build: {
        outDir: '../../../dist/kiosk',
        emptyOutDir: true,
        target: ['chrome79'],
        rolldownOptions: {
          input: 'client/survey/kiosk/worker/worker.ts',
          output: { format: 'iife', entryFileNames: 'worker.js' },
        },
      },
    };
  if (mode === 'survey-server')
    return {
      root: 'client/survey',
      plugins: [react()],
      resolve: { alias: preact },
      // Nothing is left to import: what runs the server needs no front-end packages.
      ssr: { noExternal: true },
      build: {
        ssr: 'plain/render.tsx',
        outDir: '../../dist/survey-server',
        emptyOutDir: true,
        target: 'node20',
      },
    };
  if (mode === 'widget' || mode === 'widget-frame')
    return {
      root: 'client/widget',
      build: {
        outDir: '../../dist/widget',
        emptyOutDir: mode === 'widget',
        target: ['chrome79', 'safari14'],
        rolldownOptions: {
          input: `client/widget/${mode === 'widget' ? 'widget' : 'frame'}.ts`,
          output: { format: 'iife', entryFileNames: '[name].js' },
        },
      },
    };
  if (mode === 'console')
    return {
      root: 'client/console',
      base: '/app/',
      plugins: [react(), guides()],
      // The chart library is one large file, which only pages with charts load.
      build: { outDir: '../../dist/console', emptyOutDir: true, chunkSizeWarningLimit: 700 },
      server: { port: 5173, proxy: { '/api': api } },
    };
  return {
    test: {
      include: ['tests/{domain,server,client}/**/*.test.{ts,tsx}'],
      // Nothing keeps state between files, and starting a worker for each would take most of the time.
      isolate: false,
      maxWorkers: 2,
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  };
});

/** What the service worker has to know of the respondents' build. */
function builtFiles(folder: string): Record<'FILES' | 'PROGRAM' | 'VERSION', string> {
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  const files = readdirSync(`${folder}/assets`)
    .sort()
    .map((name) => `/survey/assets/${name}`);
  const program = /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1];
  if (!program) throw new Error('the page starts no program');
  const version = createHash('sha256')
    .update([page, ...files].join())
    .digest('hex');
  return {
    FILES: JSON.stringify(files),
    PROGRAM: JSON.stringify(program),
    VERSION: JSON.stringify(version.slice(0, 12)),
  };
}

/** Reads the guides of docs/huong-dan, so that the console shows the same text and needs no Markdown itself. */
function guides(): Plugin {
  return {
    name: 'guides',
    enforce: 'pre',
    transform(markdown, id) {
      if (!id.endsWith('.md')) return null;
      const imports: string[] = [];
      const blocks = guideOf(markdown).map((block) => {
        if (!('image' in block)) return JSON.stringify(block);
        imports.push(`import image${imports.length} from ${JSON.stringify(`./${block.image}`)};`);
        return `{ image: image${imports.length - 1}, alt: ${JSON.stringify(block.alt)} }`;
      });
      return { code: `${imports.join('\n')}\nexport default [${blocks.join(',\n')}];`, map: null };
    },
  };
}
