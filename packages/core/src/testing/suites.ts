export * from './describe-gallery.ts';
export * from './describe-photo-store.ts';
