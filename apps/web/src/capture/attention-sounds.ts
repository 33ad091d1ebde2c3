/** Sounds that make an animal look up; made, not recorded. */
export const ATTENTION_SOUNDS = ['whine', 'meow', 'squeak'] as const;
export type AttentionSound = (typeof ATTENTION_SOUNDS)[number];

/** One voice: times in seconds from its start, frequencies in Hz. */
export interface Note {
  readonly wave: OscillatorType;
  readonly start: number;
  readonly seconds: number;
  /** Frequencies passed through, evenly spaced over the note. */
  readonly pitch: readonly number[];
  /** Resonance of the mouth, in the same way. */
  readonly formant: readonly number[];
  /** Loudness, 0 to 1. */
  readonly gain: number;
  /** Trembling: times a second, and by how many Hz. */
  readonly vibrato: { readonly rate: number; readonly depth: number };
}

const STILL = { rate: 1, depth: 0 } as const;

/** A puppy's whine falls and trembles; a meow opens and shuts its mouth; a toy's squeak is two short chirps. */
export const SCORES: Readonly<Record<AttentionSound, readonly Note[]>> = {
  whine: [
    {
      wave: 'triangle',
      start: 0,
      seconds: 0.75,
      pitch: [850, 1250, 1150, 700],
      formant: [1800, 2600, 2000],
      gain: 0.5,
      vibrato: { rate: 9, depth: 35 },
    },
    {
      wave: 'triangle',
      start: 0.9,
      seconds: 0.5,
      pitch: [1000, 1350, 800],
      formant: [2000, 2600, 1800],
      gain: 0.45,
      vibrato: { rate: 10, depth: 40 },
    },
  ],
  meow: [
    {
      wave: 'sawtooth',
      start: 0,
      seconds: 0.85,
      pitch: [480, 760, 700, 430],
      formant: [700, 2200, 1500, 600],
      gain: 0.5,
      vibrato: { rate: 6, depth: 8 },
    },
  ],
  squeak: [
    { wave: 'square', start: 0, seconds: 0.12, pitch: [1900, 3100, 2600], formant: [3500, 4500], gain: 0.3, vibrato: STILL },
    { wave: 'square', start: 0.2, seconds: 0.16, pitch: [2100, 3400, 2300], formant: [3500, 4500, 3000], gain: 0.3, vibrato: STILL },
  ],
};

/** A note's way up and down, s: without it a sound begins and ends with a click. */
const RAMP = 0.03;

/** Plays a sound; resolves when it has ended. Needs a context that a person's tap has allowed. */
export async function playSound(context: BaseAudioContext, sound: AttentionSound): Promise<void> {
  await Promise.all(SCORES[sound].map((note) => playNote(context, note)));
}

function playNote(context: BaseAudioContext, { wave, start, seconds, pitch, formant, gain, vibrato }: Note): Promise<void> {
  const from = context.currentTime + 0.02 + start;
  const voice = new OscillatorNode(context, { type: wave });
  const mouth = new BiquadFilterNode(context, { type: 'lowpass', Q: 4 });
  const loudness = new GainNode(context, { gain: 0 });
  const trembling = new OscillatorNode(context, { frequency: vibrato.rate });
  const depth = new GainNode(context, { gain: vibrato.depth });
  voice.frequency.setValueCurveAtTime(Float32Array.from(pitch), from, seconds);
  mouth.frequency.setValueCurveAtTime(Float32Array.from(formant), from, seconds);
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(gain, from + RAMP);
  loudness.gain.setValueAtTime(gain, from + seconds - RAMP);
  loudness.gain.linearRampToValueAtTime(0, from + seconds);
  trembling.connect(depth).connect(voice.frequency);
  voice.connect(mouth).connect(loudness).connect(context.destination);
  for (const source of [voice, trembling]) {
    source.start(from);
    source.stop(from + seconds);
  }
  return new Promise((resolve) => {
    voice.onended = () => resolve();
  });
}
