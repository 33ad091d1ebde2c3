import { Alert, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Pine green, lightest first: shade 7 has contrast 6.3 : 1 on white, shade 4 has 8 : 1 on the dark background. */
const pine: MantineColorsTuple = [
  '#e9f7f3',
  '#d3ebe4',
  '#a6d7c9',
  '#76c2ac',
  '#50b095',
  '#38a585',
  '#1d8a6e',
  '#0b6b5d',
  '#07564b',
  '#033f37',
];

/** For what cannot be undone: shade 7 has contrast 6.5 : 1 on white, shade 4 has 8 : 1 on the dark background. */
const danger: MantineColorsTuple = [
  '#fdeeec',
  '#f9dedc',
  '#f6cbc8',
  '#f4c1bd',
  '#f2b8b5',
  '#dc6a63',
  '#c8362d',
  '#b3261e',
  '#8c1d18',
  '#601410',
];

export const theme = createTheme({
  respectReducedMotion: true,
  colors: { pine, danger },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  // Coloured titles on a tint of their own colour are hard to read.
  components: { Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }) },
  headings: { fontWeight: '650' },
});

/**
 * Secondary text, hints within fields and what is wrong with a field, so that they can still be read: at least 5.5 : 1 on every background
 * used (WCAG 2.2 asks for 4.5 : 1).
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#566160', '--mantine-color-placeholder': '#566160', '--mantine-color-error': '#b3261e' },
  dark: { '--mantine-color-dimmed': '#b3bdbb', '--mantine-color-placeholder': '#b3bdbb', '--mantine-color-error': '#f2b8b5' },
});
