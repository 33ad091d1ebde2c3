import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = ReturnType<NodeFS['init']>;

/** An open file of Emscripten's NODEFS. `nfd`: Node's file descriptor, absent for folders. */
interface NodeStream {
  readonly nfd?: number;
  readonly node: unknown;
}

/** The part of Emscripten's NODEFS that is completed here. */
interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: NodeStream) => number };
  realPath(node: unknown): string;
}

/**
 * PGlite's folder on disk with an fsync that does something: Emscripten's NODEFS leaves it out, so that a commit would survive a
 * killed process but not a power cut. Goes with `fsync=on` (see open-embedded.ts).
 */
export class DurableNodeFs extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): Init {
    const { emscriptenOpts } = await super.init(pg, options);
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [
          ...(emscriptenOpts.preRun ?? []),
          (module: { readonly FS: object }) => {
            const { filesystems } = module.FS as { readonly filesystems: { readonly NODEFS: NodeFileSystem } };
            completeFsync(filesystems.NODEFS);
          },
        ],
      },
    };
  }
}

function completeFsync(files: NodeFileSystem): void {
  files.stream_ops.fsync = (stream) => {
    if (stream.nfd !== undefined) fsyncSync(stream.nfd);
    else syncFolder(files.realPath(stream.node));
    return 0;
  };
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
