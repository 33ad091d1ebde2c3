export { acquireTemplates, type Individual, type Templates } from './acquire-templates.ts';
export { findDataRoot } from './data-root.ts';
export { detectHeldOutHeads, type HeldOutHeads } from './detect-held-out-heads.ts';
export { heldOutDogs, individualsIn } from './individuals.ts';
