import type { z } from 'zod';
import { MARK_COLUMNS } from '../marks/pick-marks.ts';
import { checkGoldenVectors } from './golden-vectors.ts';
import { ModelError } from './model-error.ts';
import { embeddedColumns, type ModelManifest, parseModelManifest } from './model-manifest.ts';
import type { CreateSession, TensorInfo, TensorSession } from './tensor-session.ts';

/** Where model folders are read from: a disk, or a web server. */
export interface ModelFiles {
  /** Rejects when there is no such file. */
  read(model: string, file: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface ModelSource<M extends ModelManifest> {
  /** Folder name, e.g. "head-detector". */
  readonly name: string;
  readonly schema: z.ZodType<M>;
  readonly files: ModelFiles;
  readonly createSession: CreateSession;
  /** False only where another thread has checked the same files a moment ago: checksum and interface are always checked. */
  readonly checkGolden: boolean;
}

export interface LoadedModel<M extends ModelManifest> {
  readonly manifest: M;
  readonly session: TensorSession;
}

/**
 * Reads, verifies and loads one model: manifest, size, SHA-256, names and shapes, golden vectors, in this order. Throws ModelError,
 * which names the model and what differs; a model that is not exactly what its manifest says is never used.
 */
export async function loadModel<M extends ModelManifest>(source: ModelSource<M>): Promise<LoadedModel<M>> {
  const { name, schema } = source;
  const manifest = parseModelManifest(name, schema, await readText(source, 'model.json'));
  const weights = await read(source, manifest.weights.file);
  await checkWeights(name, manifest, weights);
  const session = await source.createSession(weights).catch((error: unknown) => {
    throw new ModelError('model-unreadable', name, `${manifest.weights.file} cannot be loaded: ${String(error)}`);
  });
  try {
    checkInterface(name, manifest, session);
    if (source.checkGolden) {
      await checkGoldenVectors({ model: name, manifest, session, text: await readText(source, manifest.golden.file) });
    }
  } catch (error) {
    await session.release();
    throw error;
  }
  return { manifest, session };
}

async function checkWeights(model: string, manifest: ModelManifest, weights: Uint8Array<ArrayBuffer>): Promise<void> {
  const { file, bytes, sha256 } = manifest.weights;
  if (weights.byteLength !== bytes) {
    throw new ModelError('model-size-differs', model, `${file} has ${weights.byteLength} bytes, model.json says ${bytes}.`);
  }
  const actual = hex(await crypto.subtle.digest('SHA-256', weights));
  if (actual !== sha256) {
    throw new ModelError('model-checksum-differs', model, `${file} has SHA-256 ${actual}, model.json says ${sha256}.`);
  }
}

/** Names, element types and the dimensions that the pipeline relies on. */
function checkInterface(model: string, manifest: ModelManifest, session: TensorSession): void {
  const side = 'side' in manifest.input ? manifest.input.side : null;
  check('input', session.inputs, { name: manifest.input.name, dtype: 'uint8', shape: [null, side, side, 3] });
  check('output', session.outputs, { name: manifest.output.name, dtype: 'float32', shape: [null, outputColumns(manifest)] });

  function check(kind: string, actual: readonly TensorInfo[], wanted: TensorInfo): void {
    const found = actual.find((info) => info.name === wanted.name);
    if (found !== undefined && found.dtype === wanted.dtype && shapesAgree(found.shape, wanted.shape)) return;
    const has = actual.map(describe).join(', ');
    throw new ModelError('model-interface-differs', model, `the ${kind} should be ${describe(wanted)}; the weights have ${has}.`);
  }
}

function outputColumns(manifest: ModelManifest): number {
  switch (manifest.task) {
    case 'head-detection':
      return manifest.output.columns;
    case 'face-embedding':
      return embeddedColumns(manifest);
    case 'head-quality':
      return manifest.output.factors.length;
    case 'local-marks':
      return MARK_COLUMNS + manifest.output.dimensions;
    case 'nose-region':
      return 1 + 3 * manifest.output.cells ** 2;
  }
}

function shapesAgree(actual: TensorInfo['shape'], wanted: TensorInfo['shape']): boolean {
  return actual.length === wanted.length && wanted.every((size, i) => size === null || actual[i] === null || actual[i] === size);
}

function describe({ name, dtype, shape }: TensorInfo): string {
  return `"${name}" ${dtype} [${shape.map((size) => size ?? '?').join(', ')}]`;
}

async function read<M extends ModelManifest>({ name, files }: ModelSource<M>, file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await files.read(name, file);
  } catch (error) {
    throw new ModelError('model-file-missing', name, `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readText<M extends ModelManifest>(source: ModelSource<M>, file: string): Promise<string> {
  return new TextDecoder().decode(await read(source, file));
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
