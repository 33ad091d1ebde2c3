import { makeZip } from 'client-zip';

/** A file to put in; `name` with "/" between folders. */
export interface ZippedFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/**
 * A zip of files that come one after the other, each asked for when the reader has taken the one before. Not compressed: photos are
 * already. When a file throws, so does the stream, and what was sent has no directory and opens nowhere as a whole zip.
 */
export function zipStream(files: AsyncIterable<ZippedFile>, madeAt: Date): ReadableStream<Uint8Array> {
  const zip = makeZip(entriesOf(files, madeAt)).getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await zip.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      // The library ends its files by throwing the reason into itself, and throws it back at whoever cancels: nobody to tell.
      cancel: (reason) => zip.cancel(reason).catch(() => {}),
    },
    { highWaterMark: 0 },
  );
}

async function* entriesOf(files: AsyncIterable<ZippedFile>, lastModified: Date) {
  for await (const { name, content } of files) {
    const input = typeof content === 'string' ? content : new Uint8Array(content);
    yield { name, input, lastModified };
  }
}
