import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';

const KEEPER = fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url));

/**
 * A throw-away PostgreSQL server: its data lie in a temporary folder and are gone when it is closed, or when the process that started it
 * ends in whatever way.
 * @typedef {object} PostgresCluster
 * @property {string} url Of the database "postgres", as a role that may do everything.
 * @property {() => Promise<void>} stop Ends the server at once, like a crash of the machine's power: connections are cut, recovery follows.
 * @property {() => Promise<void>} start Starts it again on the same data and address.
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ bin: string, settings?: Readonly<Record<string, string>> }} options bin: folder of initdb and postgres; settings: of
 *   postgresql.conf, beside those that suit tests.
 * @returns {Promise<PostgresCluster>}
 */
export async function startPostgresCluster({ bin, settings = {} }) {
  const keeper = fork(KEEPER, [bin, JSON.stringify(settings)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = new Promise((resolve) => keeper.once('exit', resolve));
  /** @type {() => Promise<{ url?: string }>} */
  const answer = () =>
    new Promise((resolve, reject) => {
      const failed = () => reject(new Failure('The throw-away PostgreSQL server could not be started; what it said is above.'));
      keeper.once('exit', failed);
      keeper.once('message', (message) => {
        keeper.off('exit', failed);
        resolve(/** @type {{ url?: string }} */ (message));
      });
    });
  /** @param {'stop' | 'start'} what */
  const tell = async (what) => {
    hold(true);
    keeper.send(what);
    await answer();
    hold(false);
  };
  /** Between orders neither the process nor the channel keeps the caller from ending: the keeper notices, and cleans up. */
  const hold = (/** @type {boolean} */ wanted) => {
    for (const one of [keeper, keeper.channel]) one?.[wanted ? 'ref' : 'unref']();
  };
  const { url = '' } = await answer();
  hold(false);
  return {
    url,
    stop: () => tell('stop'),
    start: () => tell('start'),
    async close() {
      hold(true);
      if (keeper.connected) keeper.disconnect();
      await exited;
    },
  };
}
