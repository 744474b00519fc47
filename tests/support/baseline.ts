// What a built program or style sheet asks of a browser that is newer than the oldest one we build for, Chrome 79.
// The lists hold what people write today, each with the Chrome that brought it; what older ones lack is not listed.
import { parse } from 'acorn';

type Node = { type: string } & Record<string, unknown>;

const SYNTAX: [name: string, found: (node: Node) => boolean][] = [
  ['?. (80)', ({ type }) => type === 'ChainExpression'],
  ['?? (80)', ({ type, operator }) => type === 'LogicalExpression' && operator === '??'],
  [
    '??= (85)',
    ({ type, operator }) =>
      type === 'AssignmentExpression' && ['??=', '||=', '&&='].includes(operator as string),
  ],
  ['#method (84)', ({ type, key }) => type === 'MethodDefinition' && typeOf(key) === 'PrivateIdentifier'],
  ['#x in y (91)', ({ type, left }) => type === 'BinaryExpression' && typeOf(left) === 'PrivateIdentifier'],
  ['static {} (94)', ({ type }) => type === 'StaticBlock'],
  [
    'regular expression flag d or v (90)',
    ({ regex }) => /[dv]/.test((regex as { flags?: string })?.flags ?? ''),
  ],
];

/** Methods by name, whatever they are called on. */
const METHODS: Record<string, number> = {
  at: 92,
  replaceAll: 85,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  isWellFormed: 111,
  replaceChildren: 86,
  randomUUID: 92,
  throwIfAborted: 100,
  checkVisibility: 105,
  togglePopover: 114,
  showPopover: 114,
  startViewTransition: 111,
  toArray: 122,
  showPicker: 99,
  setHTMLUnsafe: 124,
};

/** Static members by the name of their object. */
const STATICS: Record<string, number> = {
  'Object.hasOwn': 93,
  'Object.groupBy': 117,
  'Map.groupBy': 117,
  'Array.fromAsync': 121,
  'Promise.any': 85,
  'Promise.withResolvers': 119,
  'Promise.try': 128,
  'AbortSignal.timeout': 103,
  'AbortSignal.any': 116,
  'AbortSignal.abort': 93,
  'URL.canParse': 120,
  'Response.json': 105,
  'Intl.DisplayNames': 81,
  'Intl.Segmenter': 87,
  'Intl.supportedValuesOf': 99,
};

const GLOBALS: Record<string, number> = {
  structuredClone: 98,
  WeakRef: 84,
  FinalizationRegistry: 84,
  AggregateError: 85,
  CompressionStream: 80,
  DecompressionStream: 80,
  reportError: 95,
  scheduler: 94,
  URLPattern: 95,
  Iterator: 122,
};

const BASELINE = 79;

/** Names, once each, of what a program uses that the baseline does not have. */
export function newerInProgram(program: string): string[] {
  const found = new Set<string>();
  walk(parse(program, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Node, (node) => {
    for (const [name, matches] of SYNTAX) if (matches(node)) found.add(name);
    const used = usedIn(node);
    if (used) found.add(used);
  });
  return [...found].sort();
}

function usedIn(node: Node): string | null {
  if (node.type === 'CallExpression') {
    const method = memberOf(node.callee);
    if (method && newer(METHODS, method.name)) return `.${method.name}()`;
  }
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const { type, name } = node.callee as Node & { name?: string };
    if (type === 'Identifier' && name && newer(GLOBALS, name)) return name;
  }
  const member = memberOf(node);
  const full = member && `${member.object}.${member.name}`;
  return full && newer(STATICS, full) ? full : null;
}

const newer = (list: Record<string, number>, name: string) =>
  Object.hasOwn(list, name) && (list[name] ?? 0) > BASELINE;

function memberOf(node: unknown): { object: string; name: string } | null {
  const member = node as Node & {
    computed?: boolean;
    object?: { name?: string };
    property?: { name?: string };
  };
  if (member?.type !== 'MemberExpression' || member.computed || !member.property?.name) return null;
  return { object: member.object?.name ?? '', name: member.property.name };
}

function typeOf(node: unknown): string {
  return (node as Node | undefined)?.type ?? '';
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of Object.values(node).flat())
    if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit);
}

const DECLARATIONS: [name: string, pattern: RegExp][] = [
  // Written `grid-gap`, which is as old as grids; `gap` works in rows of boxes from 84 on, and fails silently before.
  ['gap (84)', /(?:^|[;{])(?:row-|column-)?gap:/],
  ['inset (87)', /(?:^|[;{])inset(?:-\w+)*:/],
  ['aspect-ratio (88)', /(?:^|[;{])aspect-ratio:/],
  ['logical shorthand (87)', /(?:^|[;{])(?:margin|padding)-(?:inline|block):/],
  ['dvh, svh, lvh (108)', /\d[dsl]v[hw]\b/],
  ['color-mix() (111)', /color-mix\(/],
  ['accent-color (93)', /(?:^|[;{])accent-color:/],
  ['content-visibility (85)', /(?:^|[;{])content-visibility:/],
  ['overflow: clip (90)', /overflow(?:-[xy])?:clip/],
  ['translate, rotate, scale (104)', /(?:^|[;{])(?:translate|rotate|scale):/],
  [':has() (105)', /:has\(/],
  [':is(), :where() (88)', /:(?:is|where)\(/],
  [':not() with a list (88)', /:not\([^()]*,/],
  ['@layer (99), @container (105)', /@(?:layer|container)\b/],
  ['nesting (112)', /[;{]&/],
  ['range in @media (104)', /@media[^{]*[<>]/],
];

/** Names of what minified styles use that the baseline does not have and would pass over silently. */
export function newerInStyles(css: string): string[] {
  return DECLARATIONS.filter(([, pattern]) => pattern.test(css)).map(([name]) => name);
}
