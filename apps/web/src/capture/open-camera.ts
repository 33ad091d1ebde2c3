export type CameraFailure = 'refused' | 'none' | 'busy' | 'insecure' | 'ended';

export class CameraError extends Error {
  override readonly name = 'CameraError';
  readonly why: CameraFailure;

  constructor(why: CameraFailure) {
    super(`camera: ${why}`);
    this.why = why;
  }
}

export interface OpenCamera {
  readonly stream: MediaStream;
  readonly deviceId: string | null;
  /** Every camera of the device, in the order in which they are switched through. */
  readonly deviceIds: readonly string[];
  readonly hasTorch: boolean;
  readonly setTorch: (on: boolean) => Promise<void>;
  readonly close: () => void;
}

/** What is asked of a camera: enough pixels for a nose, not so many that a frame takes long to copy. */
const IDEAL = { width: { ideal: 1920 }, height: { ideal: 1080 } } as const;

/** Opens a camera: the one named, else the rear one where there is one. Asks the person where the browser does. @throws CameraError */
export async function openCamera(deviceId: string | null): Promise<OpenCamera> {
  // Pages that are neither local nor encrypted have no cameras.
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError('insecure');
  const which: MediaTrackConstraints = deviceId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: deviceId } };
  const stream = await navigator.mediaDevices.getUserMedia({ video: { ...IDEAL, ...which }, audio: false }).catch((error: unknown) => {
    throw new CameraError(failureOf(error));
  });
  const track = stream.getVideoTracks()[0];
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return {
    stream,
    deviceId: track?.getSettings().deviceId ?? null,
    deviceIds: devices.filter(({ kind }) => kind === 'videoinput').map((device) => device.deviceId),
    hasTorch: track !== undefined && 'torch' in (track.getCapabilities?.() ?? {}),
    // The constraint is of the Image Capture specification, which the compiler's library does not know.
    setTorch: async (on) => track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }),
    close: () => {
      for (const one of stream.getTracks()) one.stop();
    },
  };
}

/** The camera after this one. */
export function nextCamera({ deviceId, deviceIds }: Pick<OpenCamera, 'deviceId' | 'deviceIds'>): string | null {
  if (deviceIds.length < 2) return null;
  return deviceIds[(deviceIds.indexOf(deviceId ?? '') + 1) % deviceIds.length] ?? null;
}

/** Names of getUserMedia's errors: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
function failureOf(error: unknown): CameraFailure {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'none';
  }
}
