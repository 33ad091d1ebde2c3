import type { AnalysisResult } from '@snout/core/recognition';
import { createBrowserRecogniser } from './browser-recogniser.ts';

/** A head as it travels from the page to the test. */
export interface ProvenHead {
  readonly box: readonly number[];
  readonly species: string;
  readonly template: readonly number[];
  readonly quality: number;
}

export interface BrowserProof {
  readonly size: readonly [number, number];
  /** The head at the place that the test points out: there is always one. */
  readonly pointedOut: readonly ProvenHead[];
  /** What the detector finds by itself. */
  readonly found: readonly ProvenHead[];
  /** What became of an empty file and of a text. */
  readonly refused: readonly string[];
}

export interface ProofRequest {
  readonly modelBaseUrl: string;
  readonly wasmBaseUrl: string;
  readonly photoUrl: string;
  readonly box: readonly [number, number, number, number];
}

/** Runs in the page of the browser test. */
export async function proveRecogniser({ photoUrl, box, ...urls }: ProofRequest): Promise<BrowserProof> {
  const recogniser = await createBrowserRecogniser(urls);
  const bytes = new Uint8Array(await (await fetch(photoUrl)).arrayBuffer());
  const [pointedOut, found] = [await recogniser.analyse(bytes, { box }), await recogniser.analyse(bytes)];
  const refused = [await recogniser.analyse(new Uint8Array()), await recogniser.analyse(new TextEncoder().encode('no photo'))];
  await recogniser.close();
  return {
    size: found.kind === 'analysed' ? [found.photo.width, found.photo.height] : [0, 0],
    pointedOut: provenHeads(pointedOut),
    found: provenHeads(found),
    refused: refused.map((answer) => (answer.kind === 'rejected' ? answer.reason : answer.kind)),
  };
}

/** Also used on the result of the Node runtime, which the page's is compared with. */
export function provenHeads(result: AnalysisResult): readonly ProvenHead[] {
  if (result.kind === 'rejected') throw new Error(result.message);
  return result.photo.heads.map(({ box, species, template, quality }) => ({
    box: [...box],
    species,
    template: [...template.vector],
    quality: quality.score,
  }));
}
