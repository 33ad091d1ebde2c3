import { open } from 'node:fs/promises';
import type { Pixels } from './film.ts';
import type { Frame } from './frame.ts';
import type { DrawnSpecies } from './pet-identity.ts';
import { renderPixels } from './render-photo.ts';
import { drawScene } from './scene.ts';
import { y4mFrame, y4mHeader } from './y4m.ts';

export interface TurningVideo {
  readonly seed: number | string;
  readonly species: DrawnSpecies;
  /** Even, in pixels; default 640 x 480. */
  readonly width?: number;
  readonly height?: number;
  /** Default 15. */
  readonly framesPerSecond?: number;
  /** How long each of the four poses is held; default 3 s. */
  readonly holdSeconds?: number;
}

/** An animal before the camera: how far it has turned (radians, negative to the left of the picture) and how near the lens is. */
interface Shot {
  readonly yaw: number;
  /** 1: the head is half as high as the picture. At more than 1 the picture is centred on the nose. */
  readonly zoom: number;
  /** Held for this share of `holdSeconds`. */
  readonly hold: number;
}

const SIDEWAYS = 0.8;
/** The nose in the middle, and wide. */
const CLOSE = 3.2;

/** Front, left, right, then nearer and nearer to the nose. */
const SHOTS: readonly Shot[] = [
  { yaw: 0, zoom: 1, hold: 1 },
  { yaw: -SIDEWAYS / 2, zoom: 1, hold: 0.15 },
  { yaw: -SIDEWAYS, zoom: 1, hold: 1 },
  { yaw: -SIDEWAYS / 2, zoom: 1, hold: 0.15 },
  { yaw: SIDEWAYS / 2, zoom: 1, hold: 0.15 },
  { yaw: SIDEWAYS, zoom: 1, hold: 1 },
  { yaw: 0, zoom: 1.4, hold: 0.15 },
  { yaw: 0, zoom: 2, hold: 0.2 },
  { yaw: 0, zoom: 2.6, hold: 0.3 },
  { yaw: 0, zoom: CLOSE, hold: 1 },
];

/** A still camera would be a photo: the picture sways by this many pixels, slowly enough to stay sharp. */
const SWAY = 3;

/** Draws the animal of a seed in every pose of a guided capture and writes the video, uncompressed (a megabyte is about two frames). */
export async function writeTurningVideo(path: string, options: TurningVideo): Promise<void> {
  const { framesPerSecond = 15, holdSeconds = 3 } = options;
  const frame = { width: options.width ?? 640, height: options.height ?? 480 };
  const file = await open(path, 'w');
  try {
    await file.write(y4mHeader(frame, framesPerSecond));
    let count = 0;
    for (const shot of SHOTS) {
      const picture = await drawShot(shot, options, { width: frame.width + 2 * SWAY, height: frame.height + 2 * SWAY });
      for (let left = Math.max(1, Math.round(shot.hold * holdSeconds * framesPerSecond)); left > 0; left--, count++) {
        await file.write(y4mFrame(swayed(picture, frame, count / framesPerSecond)));
      }
    }
  } finally {
    await file.close();
  }
}

/** The film of a good phone in good light: what is bad about a frame is the test's choice, not the seed's. */
const FILM = {
  blur: 0,
  motion: { length: 0, angle: 0 },
  exposure: 1.05,
  contrast: 1,
  warmth: 0.02,
  noise: 1.5,
  vignette: 0,
  saturation: 0.95,
} as const;

async function drawShot({ yaw, zoom }: Shot, { seed, species }: TurningVideo, frame: Frame): Promise<Pixels> {
  const [width, height] = [Math.round(frame.width * zoom), Math.round(frame.height * zoom)];
  const scene = drawScene({
    pets: [{ seed, species }],
    photoSeed: `turning/${seed}`,
    width,
    height,
    headSize: height * 0.5,
    view: 'frontal',
    candid: false,
    backdrop: 'room',
    turn: { yaw, pitch: 0, roll: 0 },
    film: FILM,
  });
  const nose = scene.heads[0]?.nose ?? [width / 2, height / 2];
  const left = clampStart(nose[0] - frame.width / 2, width - frame.width);
  const top = clampStart(nose[1] - frame.height / 2, height - frame.height);
  return renderPixels(scene, { left, top, ...frame });
}

function clampStart(start: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round(start)));
}

function swayed(picture: Pixels, { width, height }: Frame, seconds: number): Pixels {
  const left = SWAY + Math.round(SWAY * Math.sin(seconds * 1.3));
  const top = SWAY + Math.round(SWAY * Math.sin(seconds * 0.9));
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((y + top) * picture.width + left) * 3;
    rgb.set(picture.rgb.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, rgb };
}
