export { type Config, ConfigError, readConfig } from './config.ts';
export { errorsDocument } from './documents/errors-document.ts';
export { openapiDocument } from './documents/openapi-document.ts';
export type { AppDeps } from './http/app-environment.ts';
export { createApp } from './http/create-app.ts';
export { createLogger } from './logger.ts';
export { sharpPhotoRenderer } from './photo-renderer.ts';
export { withProblems } from './recogniser-problems.ts';
export { serve } from './serve.ts';
