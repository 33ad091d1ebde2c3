import { LIVE_FRAME_SIDE, LIVE_NOSE_SIDE, type LiveLook, type LiveSight } from '@snout/vision/live';
import { type RefObject, useEffect } from 'react';
import { type CanvasFrame, grabFrame, smallCopy } from './grab-frame.ts';

interface LiveLooks {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Null: pictures only, no detector. */
  readonly sight: LiveSight | null;
  readonly active: boolean;
  /** Whether the nose is looked for, too: that takes more of the frame. */
  readonly nose: boolean;
  /** Takes over the frame's pixels. */
  readonly onFrame: (frame: CanvasFrame, look: LiveLook | null) => void;
}

/** Without a detector, pictures are only needed for the shutter. */
const UNSEEN_PAUSE_MS = 200;
/** Name of the User Timing measure of each look: from the frame's copy to the answer. Observers see it; nothing piles up. */
const LOOK_MEASURE = 'snout-look';

/** Looks at the newest frame whenever the last look is over: frames in between are dropped, never queued. */
export function useLiveLooks({ video, sight, active, nose, onFrame }: LiveLooks): void {
  useEffect(() => {
    const element = video.current;
    if (!active || element === null) return;
    let over = false;
    const loop = async () => {
      let next = nextFrame(element);
      while (!over) {
        await next;
        // Asked for before the look: where the video has gone on meanwhile, nothing is left to wait for.
        next = nextFrame(element);
        const frame = over ? null : grabFrame(element);
        if (frame === null) continue;
        const look = sight ? await lookAt(frame, sight, nose) : await pause(UNSEEN_PAUSE_MS);
        if (over) frame.close();
        else onFrame(frame, look);
      }
    };
    void loop();
    return () => {
      over = true;
    };
  }, [video, sight, active, nose, onFrame]);
}

/** Null when the worker fails: then the shutter is left. */
async function lookAt(frame: CanvasFrame, sight: LiveSight, nose: boolean): Promise<LiveLook | null> {
  const { width, height } = frame;
  const start = performance.now();
  const look = await sight
    .look({ bitmap: smallCopy(frame, nose ? LIVE_NOSE_SIDE : LIVE_FRAME_SIDE), width, height, nose })
    .catch(() => null);
  performance.measure(LOOK_MEASURE, { start, detail: { milliseconds: look?.milliseconds } });
  performance.clearMeasures(LOOK_MEASURE);
  return look;
}

/** Resolves with the next frame that the video shows, or the next picture of the page where the browser cannot say. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve());
    else requestAnimationFrame(() => resolve());
  });
}

function pause(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
