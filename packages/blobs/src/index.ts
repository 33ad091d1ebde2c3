export { createFolderPhotoStore } from './folder-photo-store.ts';
