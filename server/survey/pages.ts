// Puts what is rendered into the page that the client's build made, with its style sheet inside: the first question
// shows before anything else has arrived.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { BUILT } from '../http/front-doors.ts';
import type { Place, Rendered, SurveyRenderer } from './renderer.ts';

export interface Page extends Rendered, Place {
  /** Comes along for the program, so that it need not be fetched; null for a page of which the program knows nothing. */
  view: TouchpointView | null;
  /** Whether the program takes the page over. */
  program: boolean;
  /** Whether it may stand in a frame of another site, which then hears when it may be closed. */
  framed: boolean;
}

export interface SurveyPages {
  renderer: SurveyRenderer;
  /** The whole page. */
  fill: (page: Page) => string;
}

/** @throws Error when the client has not been built */
export async function readSurveyPages(): Promise<SurveyPages> {
  const module = join(BUILT, 'survey-server', 'render.js');
  if (!existsSync(module)) throw new Error('The pages are not built yet: run "npm run build" first.');
  const renderer = (await import(pathToFileURL(module).href)) as SurveyRenderer;
  const template = readFileSync(join(BUILT, 'survey', 'index.html'), 'utf8');
  // Addresses in it start at /survey/, as those of the build's files do.
  const readFile = (address: string) => readFileSync(join(BUILT, address), 'utf8');
  return { renderer, fill: pageFiller(template, readFile) };
}

const STYLES = /<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/g;
const PROGRAM = /<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g;
const CONTENT = /<!--content-->.*<!--\/content-->/s;
const DATA = '<!--touchpoint-->';
const FRAME_PROGRAM = '<script src="/widget/frame.js" async></script>';

/**
 * @param template client/survey/index.html as built
 * @param readFile the built file at an address
 */
export function pageFiller(template: string, readFile: (address: string) => string) {
  const styled = template.replace(STYLES, (_link, address: string) => `<style>${readFile(address)}</style>`);
  const still = styled.replace(PROGRAM, '');
  return ({ title, content, language, demo, view, program, framed }: Page): string =>
    (program ? styled : still)
      .replace(/<html lang="[^"]*"/, () => `<html lang="${escaped(language)}"${demo ? ' data-demo' : ''}`)
      .replace(/<title>.*<\/title>/, () => `<title>${escaped(title)}</title>`)
      .replace(DATA, () => (view ? embedded(view) : ''))
      .replace('</head>', () => `${framed ? FRAME_PROGRAM : ''}</head>`)
      .replace(CONTENT, () => `<div id="app">${content}</div>`);
}

function embedded(view: TouchpointView): string {
  const data = JSON.stringify(view).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="touchpoint">${data}</script>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
