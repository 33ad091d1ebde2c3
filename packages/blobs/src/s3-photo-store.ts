import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  type CreateBucketCommandInput,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { PHOTO_KEY, type PhotoStore } from '@snout/core/recognition';
import { checkedKey } from './checked-key.ts';
import { PhotoStoreError } from './photo-store-error.ts';

/** Where an S3-compatible object storage is, and by which keys it is opened. */
export interface S3Settings {
  /** E.g. "https://s3.example.org"; null: Amazon's own for the region. */
  readonly endpoint: string | null;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** ms until a connection stands, and until an answer begins. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 30_000;
/** Tries of one request, with growing pauses between: storages ask to be tried again when they are busy. */
const TRIES = 3;
/** Codes of errors, with 400, 403 or 409: MinIO's of a bucket; Ceph's, Ozone's and versitygw's; NooBaa's. */
const OVER_QUOTA = new Set(['XMinioAdminBucketQuotaExceeded', 'QuotaExceeded', 'ObjectQuotaExceeded']);
/** Amazon's region that takes no name when a bucket is made. */
const NAMELESS_REGION = 'us-east-1';

/**
 * Photos in a bucket of an S3-compatible object storage, one object a key; the bucket is made when it is missing. An object is there whole
 * or not at all, and is stored durably when the storage has answered.
 * @throws PhotoStoreError
 */
export async function createS3PhotoStore(settings: S3Settings): Promise<PhotoStore> {
  const { bucket: Bucket } = settings;
  const client = createClient(settings);
  const explained = <T>(work: Promise<T>): Promise<T> => work.catch((error: unknown) => Promise.reject(explain(error, settings)));
  await explained(ensureBucket(client, settings));

  return {
    async put(key, bytes) {
      // A copy: the storage is written to while the caller goes on.
      await explained(client.send(new PutObjectCommand({ Bucket, Key: checkedKey(key), Body: Uint8Array.from(bytes) })));
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: checkedKey(key) }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey || error instanceof NotFound) return null;
        throw explain(error, settings);
      }
    },
    async delete(key) {
      await explained(client.send(new DeleteObjectCommand({ Bucket, Key: checkedKey(key) })));
    },
    async *list() {
      const pages = paginateListObjectsV2({ client }, { Bucket });
      try {
        for await (const { Contents = [] } of pages) {
          for (const { Key: key = '', LastModified: storedAt } of Contents) {
            // What is not named like a photo is not ours: it is neither listed nor, therefore, ever swept.
            if (storedAt && PHOTO_KEY.test(key)) yield { key, storedAt };
          }
        }
      } catch (error) {
        throw explain(error, settings);
      }
    },
  };
}

function createClient({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client {
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: TRIES,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    // Storages other than Amazon's know neither buckets as host names nor checksums of the newest kind; bodies are signed as they are.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

async function ensureBucket(client: S3Client, { bucket: Bucket, region, endpoint }: S3Settings): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const named = endpoint === null && region !== NAMELESS_REGION;
    // The types list the regions of Amazon of one day; a new one is a region too.
    const LocationConstraint = region as 'eu-central-1';
    await createBucket(client, { Bucket, ...(named ? { CreateBucketConfiguration: { LocationConstraint } } : {}) });
  }
}

/** Servers that start together all find no bucket: one makes it, the others are told that it is theirs already. */
async function createBucket(client: S3Client, input: CreateBucketCommandInput): Promise<void> {
  try {
    await client.send(new CreateBucketCommand(input));
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  }
}

/** 507 Insufficient Storage, as RFC 4918 has it and MinIO on full disks says it; or a quota, of which each storage speaks as it likes. */
function isFull(error: unknown, status: number): boolean {
  return status === 507 || (error instanceof S3ServiceException && OVER_QUOTA.has(error.name));
}

function explain(error: unknown, { endpoint, bucket }: S3Settings): unknown {
  if (error instanceof RangeError) return error;
  const where = `bucket ${bucket} at ${endpoint ?? 'Amazon S3'}`;
  const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
  if (isFull(error, status)) {
    return new PhotoStoreError('photo-store-full', `The object storage has no room left (${where}).`, { cause: error });
  }
  if (status >= 400 && status < 500 && status !== 429) {
    return new PhotoStoreError(
      'photo-store-refused',
      `The object storage refuses ${where} (${status} ${error instanceof Error ? error.name : ''}): check S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and S3_REGION.`,
      { cause: error },
    );
  }
  return new PhotoStoreError('photo-store-unavailable', `The object storage does not answer (${where}). Try again in a moment.`, {
    cause: error,
  });
}
