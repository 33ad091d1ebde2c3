import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Signals that a person or a service manager sends to end a program. */
const ENDING = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** Loaded into every Node child first, so that no server outlives a launcher that was killed. */
const STOP_WITH_PARENT = pathToFileURL(fileURLToPath(new URL('./stop-with-parent.mjs', import.meta.url))).href;

/**
 * glibc keeps freed memory by default, more with every thread that decodes photos. With a fixed limit it goes back to the system:
 * measured with the embedded gallery, 666 MB instead of 1,141 MB. Other systems ignore it.
 */
const RETURN_MEMORY = { MALLOC_TRIM_THRESHOLD_: '131072' };

/** Tests and benchmarks load ONNX Runtime by themselves, too: see packages/vision/src/node/silence-runtime.ts. */
const NO_TELEMETRY = { ORT_DISABLE_TELEMETRY: '1' };

/**
 * Runs a Node program in the foreground and waits for it: same terminal, same signals. A program ended by a signal gives 128 plus the
 * signal's number, as shells have it.
 * @param {string} node Path of the Node that runs it.
 * @param {readonly string[]} args Program and its arguments.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} exit code
 */
export function runNode(node, args, options = {}) {
  const preload = supportsImport(node) ? ['--import', STOP_WITH_PARENT] : [];
  const env = { ...RETURN_MEMORY, ...NO_TELEMETRY, ...(options.env ?? process.env) };
  const child = spawn(node, [...preload, ...args], { ...options, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  return outcome(child);
}

/**
 * Runs any other program in the foreground and waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function runProgram(command, args, options = {}) {
  return outcome(spawn(command, args, { ...options, stdio: 'inherit' }));
}

/**
 * Waits for a child and hands on the signals that arrive meanwhile. A Ctrl-C reaches the child from the terminal by itself; here it
 * only must not end the launcher before the child has closed its files.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function outcome(child) {
  const forward = ENDING.map((signal) => {
    const handler = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  const watch = stopWhenOrphaned(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const stop of [...forward, watch]) stop();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * npm starts scripts through a shell that dies of a signal without handing it on, so that a stopped `npm start` would leave its server
 * behind. Only below npm: a launcher started with nohup outlives its shell on purpose.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} ends the watch
 */
function stopWhenOrphaned(child) {
  if (!process.env['npm_lifecycle_event']) return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
  return () => clearInterval(watch);
}

/**
 * `--import` came with Node 18.18; the child of an older launcher is always the pinned Node, which has it.
 * @param {string} node
 */
function supportsImport(node) {
  return node !== process.execPath || process.allowedNodeEnvironmentFlags.has('--import');
}
