/** Pixels of one frame of the camera, held until closed. */
export interface CameraFrame {
  readonly width: number;
  readonly height: number;
  close(): void;
}

/** Frames by number. Each is some megabytes, so nothing stays that nobody refers to. */
export interface FramePool<Frame extends CameraFrame> {
  /** Takes over a frame, which is the latest from now on; gives its number. */
  readonly add: (frame: Frame) => number;
  /** The number of the latest frame that is still here. */
  readonly latest: () => number | null;
  /** Hands frames on: closing them is the caller's from now on. Those that are gone are left out. */
  readonly take: (numbers: readonly number[]) => readonly Frame[];
  /** Closes all but the latest and those in use. */
  readonly release: (used: ReadonlySet<number>) => void;
  readonly close: () => void;
}

export function createFramePool<Frame extends CameraFrame>(): FramePool<Frame> {
  const frames = new Map<number, Frame>();
  let next = 0;
  let latest: number | null = null;
  return {
    add(frame) {
      latest = next++;
      frames.set(latest, frame);
      return latest;
    },
    latest: () => latest,
    take: (numbers) =>
      numbers.flatMap((number) => {
        const frame = frames.get(number);
        frames.delete(number);
        if (number === latest) latest = null;
        return frame ? [frame] : [];
      }),
    release(used) {
      for (const [number, frame] of frames) {
        if (number === latest || used.has(number)) continue;
        frame.close();
        frames.delete(number);
      }
    },
    close() {
      for (const frame of frames.values()) frame.close();
      frames.clear();
      latest = null;
    },
  };
}
