export { describeOnS3 } from './describe-on-s3.ts';
export { type FullS3Server, s3Error, startFullS3Server } from './start-full-s3-server.ts';
export type { S3Server } from './start-s3-server.ts';
