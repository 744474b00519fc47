// Two buttons on an agency's own site, by one tag:
// <script src="https://…/widget.js" data-touchpoint="7KQM-P3XR" async></script>
// The survey and the results open in a frame of ours. Nothing is fetched before, nothing is kept, no cookie is set.
import { CLOSE } from './message.ts';
import styles from './widget.css?inline';

/** Whether the installation shows results to everybody; the server says so when it sends this file. */
declare const RESULTS: boolean;

interface Words {
  label: string;
  rate: string;
  rateTitle: string;
  results: string;
  resultsTitle: string;
  close: string;
}

const WORDS = import.meta.glob<Words>('../locales/*/widget.json', { eager: true, import: 'default' });
const FIRST_LANGUAGE = 'vi';

const tag = document.currentScript;
if (tag instanceof HTMLScriptElement && tag.dataset.touchpoint) place(tag, tag.dataset.touchpoint);

function place(tag: HTMLScriptElement, touchpoint: string): void {
  const { origin } = new URL(tag.src);
  const language = languageOf(tag);
  const words = WORDS[`../locales/${language}/widget.json`] as Words;
  const address = (path: string, search: Record<string, string>) => {
    const asked = new URLSearchParams({ ...search, ...(language !== FIRST_LANGUAGE && { lang: language }) });
    return `${origin}${path}?${asked}`;
  };
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  dress(root);
  const buttons = make('div', { role: 'group', 'aria-label': words.label });
  const button = (text: string, title: string, url: string) => {
    const made = make('button', { type: 'button', 'aria-haspopup': 'dialog' }, text);
    made.addEventListener('click', () => open(root, made, title, url, words.close));
    buttons.append(made);
  };
  const preview: Record<string, string> = tag.dataset.preview === undefined ? {} : { preview: '' };
  button(words.rate, words.rateTitle, address(`/s/${encodeURIComponent(touchpoint)}`, preview));
  if (RESULTS) button(words.results, words.resultsTitle, address('/results/summary', { touchpoint }));
  root.append(buttons);
  hideLink(tag, origin);
  tag.after(host);
}

/** What the tag says, else what the page is written in, else Vietnamese. */
function languageOf({ dataset }: HTMLScriptElement): string {
  const wanted = [dataset.lang, document.documentElement.lang].map((tag) => (tag ?? '').slice(0, 2));
  return wanted.find((code) => `../locales/${code}/widget.json` in WORDS) ?? FIRST_LANGUAGE;
}

/** The link that stands before the tag is for browsers in which no program runs. */
function hideLink({ previousElementSibling: link }: HTMLScriptElement, origin: string): void {
  if (link instanceof HTMLAnchorElement && link.href.startsWith(`${origin}/s/`)) link.hidden = true;
}

function open(root: ShadowRoot, opener: HTMLElement, title: string, url: string, closeText: string): void {
  const dialog = make('dialog', { 'aria-label': title });
  // Before browsers knew dialogs, a page of its own does.
  if (!dialog.showModal) return void window.open(url, '_blank', 'noopener');
  const frame = make('iframe', { title, src: url, referrerpolicy: 'no-referrer' });
  const close = make('button', { type: 'button' }, closeText);
  close.addEventListener('click', () => dialog.close());
  const bar = make('div', { class: 'bar' });
  bar.append(make('strong', {}, title), close);
  dialog.append(bar, frame);
  // A key that is pressed inside the frame is only known there.
  const listen = ({ source, origin, data }: MessageEvent) => {
    if (source === frame.contentWindow && origin === new URL(url).origin && data === CLOSE) dialog.close();
  };
  window.addEventListener('message', listen);
  dialog.addEventListener('close', () => {
    window.removeEventListener('message', listen);
    dialog.remove();
    opener.focus();
  });
  root.append(dialog);
  dialog.showModal();
}

/** Styles that no policy of the site forbids, where the browser has such. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(make('style', {}, styles));
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
