import { useEffect, useState } from 'react';
import { CameraError, type CameraFailure, nextCamera, type OpenCamera, openCamera } from './open-camera.ts';

export type CameraState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'live'; readonly camera: OpenCamera }
  | { readonly kind: 'failed'; readonly why: CameraFailure };

interface Camera {
  readonly state: CameraState;
  /** Null: there is no other camera. */
  readonly switchOver: (() => void) | null;
  readonly tryAgain: () => void;
}

/** The camera while `wanted`; closed as soon as it is not, so that its light goes out. */
export function useCamera(wanted: boolean): Camera {
  const [state, setState] = useState<CameraState>({ kind: 'asking' });
  const [request, setRequest] = useState<{ readonly deviceId: string | null }>({ deviceId: null });
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    let opened: OpenCamera | null = null;
    setState({ kind: 'asking' });
    openCamera(request.deviceId).then(
      (camera) => {
        if (over) return camera.close();
        opened = camera;
        for (const track of camera.stream.getTracks()) track.onended = () => setState({ kind: 'failed', why: 'ended' });
        setState({ kind: 'live', camera });
      },
      (error: unknown) => !over && setState({ kind: 'failed', why: error instanceof CameraError ? error.why : 'none' }),
    );
    return () => {
      over = true;
      opened?.close();
    };
  }, [wanted, request]);
  const next = state.kind === 'live' ? nextCamera(state.camera) : null;
  return {
    state,
    switchOver: next === null ? null : () => setRequest({ deviceId: next }),
    tryAgain: () => setRequest({ deviceId: null }),
  };
}
