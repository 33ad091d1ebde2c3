import { MODELS_PATH } from '@snout/contract';
import { startLiveSight } from '@snout/vision/live';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { newKey } from '../upload/new-key.ts';
import { captureDrafts } from './capture-draft.ts';
import type { SightState } from './capture-live.tsx';
import { type CaptureSession, type CaptureView, createCaptureSession } from './capture-session.ts';
import { encodeFrame, examineFile } from './encode-frame.ts';
import type { CanvasFrame } from './grab-frame.ts';

interface RunningSession {
  readonly session: CaptureSession<CanvasFrame>;
  readonly view: CaptureView;
  readonly sight: SightState;
}

/** The session of the page: with its detector, which is loaded now and ended with the component, and with the draft of before. */
export function useCaptureSession(draftKey: string): RunningSession {
  const sight = useSight();
  const [{ session, seer }] = useState(() => {
    const holder: { sight: SightState } = { sight: { kind: 'loading' } };
    return {
      seer: holder,
      session: createCaptureSession<CanvasFrame>({
        drafts: captureDrafts(),
        draftKey,
        now: () => performance.now(),
        newId: newKey,
        encode: encodeFrame,
        examine: (file) => examineFile(file, holder.sight.kind === 'ready' ? holder.sight.sight : null),
      }),
    };
  });
  useEffect(() => {
    seer.sight = sight;
  }, [seer, sight]);
  useEffect(() => {
    void session.resume();
    return () => session.close();
  }, [session]);
  const view = useSyncExternalStore(session.subscribe, session.view);
  return { session, view, sight };
}

function useSight(): SightState {
  const [state, setState] = useState<SightState>({ kind: 'loading' });
  useEffect(() => {
    let over = false;
    const sight = startLiveSight({ modelsUrl: MODELS_PATH });
    sight.ready.then(
      () => !over && setState({ kind: 'ready', sight }),
      () => !over && setState({ kind: 'failed' }),
    );
    return () => {
      over = true;
      sight.close();
    };
  }, []);
  return state;
}
