export const page = 'for tests';
