import { createTheme, type MantineColorsTuple } from '@mantine/core';

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

export const theme = createTheme({
  colors: { pine },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  headings: { fontWeight: '650' },
});
