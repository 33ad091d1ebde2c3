import type { Decoy } from './decoy.ts';
import type { Film } from './film.ts';
import { drawScene, type Scene, type SceneOptions, type ScenePet } from './scene.ts';

/** Photos that fixtures and demonstrations ask for by name. */
export const DEMO_PHOTOS = [
  'portrait',
  'three-quarter',
  'profile',
  'blurred',
  'dark',
  'small',
  'candid',
  'empty',
  'person',
  'plush',
] as const;
export type DemoPhoto = (typeof DEMO_PHOTOS)[number];

/** A camera that does its best: no blur, right light, next to no noise. */
const SHARP: Omit<Film, 'seed'> = {
  blur: 0.3,
  motion: { length: 0, angle: 0 },
  exposure: 1.08,
  contrast: 1,
  warmth: 0.02,
  noise: 1.2,
  vignette: 0,
  saturation: 0.95,
};

type Demand = Partial<Pick<SceneOptions, 'view' | 'headSize' | 'candid' | 'decoys' | 'film'>>;

function demandOf(photo: DemoPhoto, size: number): Demand {
  const posed = { view: 'frontal', headSize: size * 0.6, candid: false, film: SHARP } as const;
  const lone = (decoy: Decoy): Demand => ({ film: SHARP, decoys: [decoy] });
  switch (photo) {
    case 'portrait':
      return posed;
    case 'three-quarter':
    case 'profile':
      return { ...posed, view: photo };
    case 'blurred':
      return { ...posed, film: { ...SHARP, blur: size * 0.009, motion: { length: size * 0.03, angle: 0.5 } } };
    case 'dark':
      return { ...posed, film: { ...SHARP, exposure: 0.22, noise: 7 } };
    case 'small':
      return { ...posed, headSize: size * 0.1 };
    case 'candid':
      return { headSize: size * 0.4, candid: true };
    case 'empty':
      return { film: SHARP };
    case 'person':
    case 'plush':
      return lone(photo);
  }
}

const isWithoutPet = (photo: DemoPhoto): boolean => photo === 'empty' || photo === 'person' || photo === 'plush';

export interface DemoOptions {
  /** Which of many such photos of the same animal. */
  readonly photoSeed?: number | string;
  /** Width and height in pixels. */
  readonly size?: number;
}

/** The scene of a named photo of one animal; photos without a pet ignore it. */
export function drawDemoScene(photo: DemoPhoto, pet: ScenePet, { photoSeed = 1, size = 512 }: DemoOptions = {}): Scene {
  return drawScene({ pets: isWithoutPet(photo) ? [] : [pet], photoSeed, width: size, height: size, ...demandOf(photo, size) });
}
