export { BACKDROPS, type Backdrop } from './backdrop.ts';
export { DECOYS, type Decoy } from './decoy.ts';
export { DEMO_PHOTOS, type DemoOptions, type DemoPhoto, drawDemoScene } from './demo-scene.ts';
export { develop, type Film, type Pixels } from './film.ts';
export { type DrawnSpecies, drawPet, type PetIdentity } from './pet-identity.ts';
export type { HeadView } from './pose.ts';
export { drawScene, type Scene, type SceneHead, type SceneOptions, type ScenePet } from './scene.ts';
