import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as otherWork } from 'node:timers/promises';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly head: string;
  readonly body: Uint8Array;
}

/** A form posted to a path, with headers of one's own; `length`: another than the body has. */
export async function formRequest(
  path: string,
  form: FormData,
  { headers = {}, length }: { readonly headers?: Readonly<Record<string, string>>; readonly length?: number } = {},
): Promise<WireRequest> {
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  const body = new Uint8Array(await encoded.arrayBuffer());
  const all = {
    host: 'localhost',
    'content-type': type,
    'content-length': String(length ?? body.byteLength),
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return { head: `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, body };
}

/** A connection to the service, with nothing between it and the test that would tidy up. */
export async function openSocket(url: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  // What the other side does to the connection is what a test looks at.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Sends `bytes` a few at a time, each piece a packet of its own, while the service does other work. */
export async function trickle(socket: Socket, bytes: Uint8Array, piece: number): Promise<void> {
  socket.setNoDelay(true);
  for (let start = 0; start < bytes.byteLength && !socket.destroyed; start += piece) {
    if (!socket.write(bytes.subarray(start, start + piece))) await drained(socket);
    await otherWork();
  }
}

/** Status and JSON of the one answer that comes on this connection; null when it ends without. */
export async function answerOn(socket: Socket): Promise<{ readonly status: number; readonly body: unknown } | null> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // Not once(): a connection that is cut closes too.
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
  const text = Buffer.concat(chunks).toString('utf8');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  if (status === undefined) return null;
  const json = text.slice(text.indexOf('\r\n\r\n') + 4).match(/\{[\s\S]*\}/)?.[0];
  return { status: Number(status), body: json === undefined ? null : JSON.parse(json) };
}

/** When more can be written, or nothing ever will. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}
