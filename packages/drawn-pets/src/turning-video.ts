import { open } from 'node:fs/promises';
import type { Pixels } from './film.ts';
import type { Frame } from './frame.ts';
import { drawLeatherMap } from './nose/leather-map.ts';
import { drawNoseIdentity } from './nose/nose-identity.ts';
import { photographNose } from './nose/nose-photo.ts';
import { drawNoseView } from './nose/nose-view.ts';
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
  /** How long each of the three poses and the close-up of the nose are held; default 3 s. */
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

/** Front, left, right, then nearer and nearer to the nose, which then is seen alone. */
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
    const hold = async (picture: Pixels, share: number) => {
      for (let left = Math.max(1, Math.round(share * holdSeconds * framesPerSecond)); left > 0; left--, count++) {
        await file.write(y4mFrame(swayed(picture, frame, count / framesPerSecond)));
      }
    };
    const drawn = { width: frame.width + 2 * SWAY, height: frame.height + 2 * SWAY };
    for (const shot of SHOTS) await hold(await drawShot(shot, options, drawn), shot.hold);
    await hold(drawCloseUp(options, drawn), 1);
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

/** Beads are drawn finer than the picture shows them. */
const LEATHER_SIDE = 512;
/** Width of the leather over the picture's width. */
const CLOSE_UP_FILL = 0.52;

/** The nose alone, square on and dry: the middle of a photo as wide as the picture. */
function drawCloseUp({ seed, species }: TurningVideo, { width, height }: Frame): Pixels {
  const side = Math.max(width, height);
  const identity = drawNoseIdentity(species, seed);
  const view = { ...drawNoseView(`turning/${seed}`, 'easy', side), fill: CLOSE_UP_FILL, shift: [0, 0] as const };
  const { pixels } = photographNose(identity, drawLeatherMap(identity, LEATHER_SIDE), view, side);
  const [left, top] = [Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((y + top) * side + left) * 3;
    rgb.set(pixels.rgb.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, rgb };
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
