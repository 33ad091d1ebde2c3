import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** A real HTTP server on the loopback that keeps what it is sent. `answer` decides what it says; without it 200. */
export async function startReceiver(answer: (response: ServerResponse, received: Received) => unknown = (response) => response.end()) {
  const received: Received[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Received['headers'];
    const got = { path: request.url ?? '', headers, body: Buffer.concat(chunks) };
    received.push(got);
    answer(response, got);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, port, received, close };
}
