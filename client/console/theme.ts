import {
  Alert,
  Button,
  type CSSVariablesResolver,
  createTheme,
  InputWrapper,
  type MantineColorsTuple,
} from '@mantine/core';

/** Shades around the accent of `ui/tokens.css`, which is the one at 7. */
const petrol: MantineColorsTuple = [
  '#e9f4f4',
  '#d3e8e9',
  '#a8d1d3',
  '#7ab8bb',
  '#52a0a5',
  '#328a90',
  '#17727a',
  '#0b5a60',
  '#084146',
  '#052d31',
];

const fontFamily = "'Be Vietnam Pro', system-ui, sans-serif";

/** One accent colour on white and greys. */
export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: 7,
  fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  defaultRadius: 'sm',
  // Mantine writes an alert's title in its own colour, too pale to read.
  components: {
    Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }),
    // A text that does not fit is wrapped, where Mantine would cut it off.
    Button: Button.extend({
      styles: {
        root: { height: 'auto', minHeight: 'var(--button-height)', paddingBlock: '0.25rem' },
        label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.35 },
      },
    }),
    // Hints and mistakes are there to be read, by people over fifty, too.
    InputWrapper: InputWrapper.extend({
      styles: { description: { fontSize: '0.875rem' }, error: { fontSize: '0.875rem' } },
    }),
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's own colours of secondary text and of errors stay below the contrast that WCAG AA asks for. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-error': 'var(--fault)',
  },
  dark: {},
});
