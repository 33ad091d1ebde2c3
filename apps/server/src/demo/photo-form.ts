import type { DemoDeps } from './demo-deps.ts';
import type { DemoPet, DemoView } from './demo-world.ts';

export interface DemoPhoto {
  readonly view: DemoView;
  /** Another number is another photo. */
  readonly number: number;
}

/** Numbered from `from` on. */
export function numbered(views: readonly DemoView[], from = 1): readonly DemoPhoto[] {
  return views.map((view, index) => ({ view, number: from + index }));
}

export function photoName(pet: DemoPet, { number }: DemoPhoto): string {
  return `${pet.key}-${number}.jpg`;
}

/** Photos of a pet, drawn, in a form that says that they show one animal. */
export async function photoForm({ draw }: Pick<DemoDeps, 'draw'>, pet: DemoPet, photos: readonly DemoPhoto[]): Promise<FormData> {
  const form = new FormData();
  for (const photo of photos) {
    const bytes = new Uint8Array(await draw(pet, photo));
    form.append('photos', new File([bytes], photoName(pet, photo), { type: 'image/jpeg' }));
  }
  form.set('sameAnimal', 'true');
  return form;
}
