import type { DemoClient } from './demo-client.ts';
import type { DemoJournal } from './demo-journal.ts';
import type { DemoActor, DemoPerson, DemoPet, DemoView } from './demo-world.ts';

export interface DemoDeps {
  readonly client: DemoClient;
  readonly journal: DemoJournal;
  /** Draws a photo, JPEG; the same words draw the same photo. */
  readonly draw: (pet: DemoPet, photo: { readonly view: DemoView; readonly number: number }) => Promise<Uint8Array>;
  /** The link in the next mail that asks to verify this address. Call it before what causes the mail. */
  readonly nextVerification: (email: string) => Promise<string>;
  readonly said: (progress: string) => void;
}

/** Who and what there is by now. */
export interface DemoScene {
  personOf(key: string): DemoPerson;
  petOf(key: string): { readonly pet: DemoPet; readonly id: string };
  /** Of an organisation; undefined: the person acts in the own name. */
  tenantOf(actor: DemoActor): string | undefined;
}
