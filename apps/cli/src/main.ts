import { createContext } from './compose.ts';
import { readDefaults, readStorageConfig } from './config.ts';
import { runCommandLine } from './program.ts';
import { watchStops } from './stop-signals.ts';

const stops = watchStops(process);
process.exitCode = await runCommandLine(process.argv.slice(2), createContext(stops, readStorageConfig), readDefaults());
stops.release();
