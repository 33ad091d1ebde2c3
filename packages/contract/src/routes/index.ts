export * from './about.ts';
export * from './pets.ts';
export * from './photos.ts';
export * from './recognition.ts';
