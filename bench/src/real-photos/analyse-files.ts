import { readFile } from 'node:fs/promises';
import type { AnalyseOptions, PhotoAnalysis } from '@snout/core/recognition';
import type { NodeRecogniser } from '@snout/vision/node';

/** Photos on their way beyond those in work, so that no worker waits for the disk. */
const READ_AHEAD = 2;

/** Analyses files as fast as the recogniser takes them; results in the order of the files. @throws when a file is no photo. */
export async function analyseFiles(
  recogniser: NodeRecogniser,
  files: readonly string[],
  options: AnalyseOptions = {},
): Promise<readonly PhotoAnalysis[]> {
  const results: PhotoAnalysis[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index] ?? '';
      const result = await recogniser.analyse(await readFile(file), options);
      if (result.kind === 'rejected') throw new Error(`${file}: ${result.message}`);
      results[index] = result.photo;
    }
  };
  await Promise.all(Array.from({ length: recogniser.workers + READ_AHEAD }, work));
  return results;
}
