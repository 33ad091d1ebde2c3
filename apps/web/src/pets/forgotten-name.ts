import { z } from 'zod';

const stateSchema = z.object({ forgotten: z.string() });

/** What the page of a pet that was just forgotten leaves in the history entry of the page that follows. */
export function forgottenState(name: string): z.infer<typeof stateSchema> {
  return { forgotten: name };
}

/** The name of the pet that was just forgotten, as the history entry says. */
export function forgottenName(): string | null {
  const state = stateSchema.safeParse(history.state);
  return state.success ? state.data.forgotten : null;
}

/** So that a reload does not say it again. Not while a page is rendered: React may render it twice before it is shown. */
export function clearForgottenName(): void {
  if (forgottenName() !== null) history.replaceState(null, '');
}
