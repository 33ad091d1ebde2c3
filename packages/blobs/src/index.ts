export { createFolderPhotoStore, type FolderFiles } from './folder-photo-store.ts';
export { PhotoStoreError, type PhotoStoreErrorCode } from './photo-store-error.ts';
export { createS3PhotoStore, type S3Settings } from './s3-photo-store.ts';
