import { isMainThread } from 'node:worker_threads';

// A launcher that is killed outright (SIGKILL, a closed container) cannot hand on a signal. Its end of the channel closes, though.
if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
