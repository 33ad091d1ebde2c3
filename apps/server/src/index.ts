export { ConfigError, readConfig, type Config } from './config.ts';
export { errorsDocument } from './documents/errors-document.ts';
export { openapiDocument } from './documents/openapi-document.ts';
export type { AppDeps } from './http/app-environment.ts';
export { createApp } from './http/create-app.ts';
export { sharpPhotoRenderer } from './photo-renderer.ts';
export { serve } from './serve.ts';
