import { DEMO_PASSWORD, type DemoWorld } from './demo-world.ts';

/** Whom one can sign in as, for the terminal. */
export function demoNotice({ people }: Pick<DemoWorld, 'people'>): string {
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = people.map(({ email, does }) => `  ${email.padEnd(width)}  ${does}`);
  return `This is a demo: drawn pets, made-up people. Sign in as any of them; the password of each is "${DEMO_PASSWORD}".\n${lines.join('\n')}\n`;
}
