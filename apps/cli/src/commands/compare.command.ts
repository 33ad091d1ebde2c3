import { extname } from 'node:path';
import {
  type ComparedSide,
  type ComparePhotosResult,
  type Comparison,
  comparePhotos,
  describeComparison,
  evidenceSvg,
  explainFace,
  FACE_HEAT_IN_WORDS,
  type FaceHeat,
  type Modality,
} from '@snout/core/matching';
import type { Species, Template, Use } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions, OpenComparer } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto, readPhotoFiles } from '../photo-files.ts';
import { tenth } from '../public-shapes.ts';
import { encodeCrop, encodeLossless, rasterise, toDataAddress } from '../report/pictures.ts';
import { writeWhole } from '../write-whole.ts';

export interface CompareOptions extends CommonOptions {
  readonly modality: Modality;
  readonly use: Use;
  readonly cropped?: boolean;
  readonly species?: Species;
  /** File to draw the agreeing marks into: .svg or .png. */
  readonly evidence?: string;
}

/** Do two photos show one animal? Yes only at the strictness of the use; `review` is not yes. Nothing is stored. */
export async function compare(context: CommandContext, paths: readonly [string, string], options: CompareOptions): Promise<ExitCode> {
  const { terminal } = context;
  const { modality, use, species, cropped, evidence } = options;
  if (evidence !== undefined && !['.svg', '.png'].includes(extname(evidence).toLowerCase())) {
    throw new UsageError(`--evidence takes a file that ends with .svg or .png, not ${evidence}.`);
  }
  const { photos } = await readPhotoFiles(terminal, paths);
  const [a, b] = photos;
  if (a === undefined || b === undefined) return EXIT.badPhotos;
  await using open = await context.openComparer(options);
  const result = await comparePhotos(open.deps, {
    photos: [a, b],
    modality,
    use,
    cropped: cropped === true,
    ...(species ? { species } : {}),
    withPicture: evidence !== undefined,
  });
  if (result.kind === 'rejected') return refuse(context, result, options);
  const words = describeComparison(result);
  if (evidence !== undefined) {
    const [a, b] = result.sides;
    const [heatA, heatB] = await explainFaces(context, open, result);
    const isExplained = heatA !== null || heatB !== null;
    const svg = evidenceSvg({
      sides: [await pictured(a, heatA), await pictured(b, heatB)],
      agreement: result.marks.agreement,
      words: isExplained ? [...words, FACE_HEAT_IN_WORDS] : words,
    });
    if (isExplained) terminal.note(FACE_HEAT_IN_WORDS);
    await writeWhole(evidence, extname(evidence).toLowerCase() === '.png' ? await rasterise(svg) : svg);
    terminal.note(`Evidence drawn into ${evidence}.`);
  }
  if (options.json) await terminal.print(JSON.stringify(toJson(result, words)));
  else for (const line of words) await terminal.print(line);
  return result.verdict.kind === 'match' ? EXIT.ok : EXIT.no;
}

/** Of the first and the second photo; null where the faces were not looked at, or a crop alone shows none. */
async function explainFaces(
  { terminal }: CommandContext,
  { deps }: OpenComparer,
  { species, sides: [a, b] }: Comparison,
): Promise<readonly [FaceHeat | null, FaceHeat | null]> {
  if (species === null || a.template === null || b.template === null) return [null, null];
  terminal.status('Finding what moved the score of the faces …');
  const explain = ({ picture, marks }: ComparedSide, other: Template) =>
    picture && explainFace({ ...deps, encode: encodeLossless }, { picture, side: marks.side, species }, other);
  const heats = await Promise.all([explain(a, b.template), explain(b, a.template)]);
  terminal.status(null);
  return heats;
}

async function pictured({ photo, marks, picture }: ComparedSide, heat: FaceHeat | null) {
  if (picture === null) throw new RangeError(`${photo} was looked at without its picture.`);
  return { marks, picture: toDataAddress(await encodeCrop(picture, marks.side)), heat };
}

async function refuse(
  { terminal }: CommandContext,
  result: Extract<ComparePhotosResult, { kind: 'rejected' }>,
  { json }: CompareOptions,
): Promise<ExitCode> {
  for (const { photo, message } of result.problems) noteBadPhoto(terminal, photo, message);
  if (json) await terminal.print(JSON.stringify(result));
  return EXIT.badPhotos;
}

/** Without templates and the marks' vectors, which say nothing to a reader and much to a copier. */
function toJson({ modality, species, verdict, face, fused, marks, sides }: Comparison, words: readonly string[]) {
  const [a, b] = sides;
  const { agreement, calibration, ...judgement } = marks;
  const { pairs, of, coverage, residual } = agreement;
  const place = (side: (typeof sides)[number], i: number) => [
    tenth(side.marks.inPhoto[2 * i] ?? 0),
    tenth(side.marks.inPhoto[2 * i + 1] ?? 0),
  ];
  return {
    modality,
    species,
    verdict,
    words,
    face,
    fused,
    marks: {
      ...judgement,
      agree: pairs.length,
      of,
      coverage,
      residual,
      found: sides.map(({ photo, marks: { count } }) => ({ photo, marks: count })),
      measuredOn: { kind: calibration.measuredOn, n: calibration.n, data: calibration.data },
      /** Pixels of each upright photo. */
      pairs: pairs.map((pair) => [place(a, pair.a), place(b, pair.b)]),
    },
  };
}
