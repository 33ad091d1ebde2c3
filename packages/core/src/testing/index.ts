export * from './enrolled-photo-fixture.ts';
export * from './fake-recogniser.ts';
export * from './fixed-clock-and-ids.ts';
export * from './in-memory-deps.ts';
export * from './in-memory-gallery.ts';
export * from './in-memory-photo-store.ts';
