import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { S3Settings } from '../s3-photo-store.ts';

/** What a storage without room answers to an upload. */
export interface FullAnswer {
  readonly status: number;
  readonly body: string;
}

/** A storage on a socket that has no room, until it is given some. It knows buckets, and objects whose uploads it took. */
export interface FullS3Server {
  readonly settings: S3Settings;
  /** From now on what uploads are answered with; null: there is room. */
  answerWith(full: FullAnswer | null): void;
  /** Uploads since the start, refused ones too. */
  uploads(): number;
  close(): Promise<void>;
}

/**
 * Real servers get full only with disks of their own, and each says so in its own words: here one says what it is told to say, byte for
 * byte, before it has read the photo, as servers do that look at their room first.
 */
export async function startFullS3Server(): Promise<FullS3Server> {
  const objects = new Map<string, Buffer>();
  let full: FullAnswer | null = null;
  let uploads = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [path = ''] = (request.url ?? '').split('?');
    const isObject = path.split('/').length > 2;
    if (request.method === 'PUT' && isObject) uploads++;
    if (request.method === 'PUT' && isObject && full !== null) {
      response.writeHead(full.status, { 'content-type': 'application/xml' }).end(full.body);
      return;
    }
    const bytes = await bytesOf(request);
    if (request.method === 'PUT') objects.set(path, bytes);
    const kept = objects.get(path);
    const isThere = request.method !== 'GET' || kept !== undefined;
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/xml' });
    response.end(isThere ? kept : s3Error('NoSuchKey', 'The specified key does not exist.'));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'photos',
      region: 'us-east-1',
      accessKeyId: 'snout-test',
      secretAccessKey: 'not-a-secret-of-anything',
    },
    answerWith(next) {
      full = next;
    },
    uploads: () => uploads,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As the protocol has errors: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export function s3Error(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><Key>photos/one.jpg</Key><BucketName>photos</BucketName><Resource>/photos/photos/one.jpg</Resource><RequestId>17F0A2</RequestId><HostId>dd9025</HostId></Error>`;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
