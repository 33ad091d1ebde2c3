import { availableParallelism, totalmem, type } from 'node:os';

/** What a reader needs to know of the machine to compare, and nothing that tells it apart from others of its kind. */
export function machineInWords(): string {
  const system = type() === 'Darwin' ? 'macOS' : type() === 'Windows_NT' ? 'Windows' : type();
  return `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${system}, Node ${process.versions.node}`;
}
