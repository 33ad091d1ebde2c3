import type { BoxDto } from '@snout/contract';
import type { LiveLook } from '@snout/vision/live';
import type { KeptRecords } from '../upload/kept-records.ts';
import type { CaptureDraft } from './capture-draft.ts';
import {
  beginCapture,
  burstProgress,
  type CaptureEvent,
  type CaptureState,
  changeCapture,
  framesInUse,
  OFFER_HAND_AFTER_MS,
  type Take,
} from './capture-machine.ts';
import type { SkipReason } from './capture-steps.ts';
import type { CapturedPhoto } from './captured-photo.ts';
import { type CameraFrame, createFramePool } from './frame-pool.ts';
import { judgeFrame } from './judge-frame.ts';
import { NO_HINT, type SteadyHint, steadyHint } from './steady-hint.ts';

export interface CaptureSessionDeps<Frame extends CameraFrame> {
  readonly drafts: KeptRecords<CaptureDraft>;
  readonly draftKey: string;
  /** ms of a clock that never goes back. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Encodes a frame as a photo file of that name (without ending). */
  readonly encode: (frame: Frame, name: string) => Promise<File>;
  /** Size of a file and whether a head is seen in it. */
  readonly examine: (file: File) => Promise<Pick<CapturedPhoto, 'size' | 'headSeen'>>;
}

/** What a page shows of a session. */
export interface CaptureView {
  /** False until the draft of an earlier page has been looked for. */
  readonly ready: boolean;
  readonly capture: CaptureState;
  readonly photos: readonly CapturedPhoto[];
  readonly hint: SteadyHint;
  /** Of the burst, 0 to 1. */
  readonly progress: number;
  /** What the detector saw last. */
  readonly look: LiveLook | null;
  readonly frame: { readonly width: number; readonly height: number } | null;
  /** Photos that were taken and are still being encoded. */
  readonly developing: number;
  /** It takes long: taking the photo by hand is to be offered. */
  readonly offersHand: boolean;
}

export interface CaptureSession<Frame extends CameraFrame> {
  readonly view: () => CaptureView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes up the draft of an earlier page. */
  readonly resume: () => Promise<void>;
  /** A frame (taken over) with what is seen in it; null: no detector is there. */
  readonly see: (frame: Frame, look: LiveLook | null) => void;
  readonly takeNow: () => void;
  readonly skip: (reason: SkipReason) => void;
  readonly finish: () => void;
  readonly goOn: () => void;
  /** `id` of no photo: the step is taken for the first time. */
  readonly retake: (photo: Pick<CapturedPhoto, 'id' | 'step'>) => void;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly mark: (photoId: string, box: BoxDto | null) => void;
  readonly removePhoto: (photoId: string) => void;
  /** Forgets the draft: the photos are somebody else's now, or nobody's. */
  readonly discard: () => Promise<void>;
  /** Frees the frames; the draft stays. */
  readonly close: () => void;
}

/** One guided capture: joins frames, state machine, hints, photos and the kept draft. */
export function createCaptureSession<Frame extends CameraFrame>(deps: CaptureSessionDeps<Frame>): CaptureSession<Frame> {
  const frames = createFramePool<Frame>();
  const listeners = new Set<() => void>();
  let saving: Promise<void> = Promise.resolve();
  let view = emptyView(deps.now());

  function show(changed: Partial<CaptureView>): void {
    view = { ...view, ...changed };
    for (const listener of listeners) listener();
  }

  /** Photos and finished steps are kept at once, one write after the other. */
  function keep(photos: readonly CapturedPhoto[]): void {
    show({ photos });
    const { done, skipped } = view.capture;
    saving = saving.then(() => deps.drafts.put(deps.draftKey, { version: 1, photos, done, skipped })).catch(() => undefined);
  }

  function apply(event: CaptureEvent): void {
    const before = view.capture;
    const { state, take } = changeCapture(before, event);
    const moved = state.step !== before.step;
    show({ capture: state, progress: burstProgress(state), ...(moved ? { hint: NO_HINT, offersHand: false } : {}) });
    if (take) void develop(take);
    else if (moved) keep(view.photos);
    frames.release(framesInUse(state));
  }

  /** Turns taken frames into photos. */
  async function develop({ step, frames: numbers, by, replaces }: Take): Promise<void> {
    const seen = by === 'burst' || view.look?.head != null;
    const taken = frames.take(numbers);
    show({ developing: view.developing + taken.length });
    const photos = await Promise.all(
      taken.map(async (frame): Promise<CapturedPhoto> => {
        const { width, height } = frame;
        const id = deps.newId();
        const file = await deps.encode(frame, `${step}-${id.slice(0, 6)}`);
        frame.close();
        return { id, step, file, size: { width, height }, box: null, headSeen: seen, by };
      }),
    );
    show({ developing: view.developing - taken.length });
    keep([...view.photos.filter(({ id }) => id !== replaces), ...photos]);
  }

  function judge(number: number, frame: Frame, look: LiveLook): void {
    const { step } = view.capture;
    if (step === null) return;
    const at = deps.now();
    const verdict = judgeFrame(step, { look, frame });
    const hint = steadyHint(view.hint, verdict.kind === 'passes' ? 'keep-still' : verdict.hint, at);
    show({ look, frame: { width: frame.width, height: frame.height }, hint, offersHand: at - view.capture.since >= OFFER_HAND_AFTER_MS });
    apply({ kind: 'frame', frame: number, at, verdict });
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async resume() {
      const draft = await deps.drafts.get(deps.draftKey).catch(() => undefined);
      if (!draft) return show({ ready: true });
      show({ ready: true, photos: draft.photos, capture: beginCapture(deps.now(), draft) });
    },
    see(frame, look) {
      const number = frames.add(frame);
      if (look) judge(number, frame, look);
      else show({ look: null, offersHand: true });
      frames.release(framesInUse(view.capture));
    },
    takeNow() {
      const latest = frames.latest();
      if (latest !== null) apply({ kind: 'by-hand', frame: latest, at: deps.now() });
    },
    skip: (reason) => apply({ kind: 'skip', reason, at: deps.now() }),
    finish: () => apply({ kind: 'finish' }),
    goOn: () => apply({ kind: 'go-on', at: deps.now() }),
    retake: ({ id, step }) => apply({ kind: 'retake', step: step ?? 'front', photo: id, at: deps.now() }),
    async addFiles(files) {
      const photos = await Promise.all(
        files.map(async (file): Promise<CapturedPhoto> => {
          return { id: deps.newId(), step: null, file, box: null, by: 'library', ...(await deps.examine(file)) };
        }),
      );
      show({ capture: changeCapture(view.capture, { kind: 'finish' }).state });
      keep([...view.photos, ...photos]);
    },
    mark: (photoId, box) => keep(view.photos.map((photo) => (photo.id === photoId ? { ...photo, box } : photo))),
    removePhoto: (photoId) => keep(view.photos.filter(({ id }) => id !== photoId)),
    async discard() {
      await saving;
      await deps.drafts.remove(deps.draftKey);
    },
    close: frames.close,
  };
}

function emptyView(now: number): CaptureView {
  return {
    ready: false,
    capture: beginCapture(now),
    photos: [],
    hint: NO_HINT,
    progress: 0,
    look: null,
    frame: null,
    developing: 0,
    offersHand: false,
  };
}
