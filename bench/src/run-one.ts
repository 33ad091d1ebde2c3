import type { BenchmarkSetup } from './benchmark.ts';
import { BENCHMARKS } from './benchmarks.ts';

/** One benchmark in a process of its own (started by run-benchmarks.ts): nothing that another one left behind counts. */
const [name = '', setup = '{}'] = process.argv.slice(2);
const load = BENCHMARKS[name];
if (load === undefined) throw new RangeError(`There is no benchmark ${name}.`);
const given: BenchmarkSetup = JSON.parse(setup);
const benchmark = await load();
process.send?.(await benchmark(given));
process.disconnect?.();
