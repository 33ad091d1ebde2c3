/**
 * From 1.29 on ONNX Runtime tells its maker about the machine and each model that it loads (https, to events.data.microsoft.com), and keeps
 * a device id and logs in the folder for temporary files, unless this is set when the first thread of the process loads it. Nobody who runs
 * Snout has agreed to that. The library looks into the process's own environment, of which a worker thread has but a copy: to be called on
 * the main thread, before threads are started. https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md
 */
export function silenceRuntime(): void {
  // biome-ignore lint/style/noProcessEnv: nothing is read from it; it is the library's only switch that works from the start
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
}
