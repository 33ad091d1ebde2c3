export { describeOnS3 } from './describe-on-s3.ts';
export type { S3Server } from './start-s3-server.ts';
