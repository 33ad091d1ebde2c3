import { parseArgs } from 'node:util';
import { outcomeTable } from './kills/outcome-table.ts';
import { runKills } from './kills/run-kills.ts';

const USAGE = `Usage: npm run faults -- [--kills 200] [--database URL]
  --kills N       how often the service is killed under load; each takes some 15 seconds
  --database URL  an empty PostgreSQL database instead of the embedded one
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '200' }, database: { type: 'string' } },
});
const kills = Number(values.kills);
if (positionals.length > 0 || !Number.isInteger(kills) || kills < 1) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const began = Date.now();
  const said = (progress: string) => process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${progress}\n`);
  const outcome = await runKills({ kills, databaseUrl: values.database ?? null, said });
  process.stdout.write(`\n${outcomeTable(outcome)}\n`);
  for (const { kind, kills: after, detail } of outcome.violations) process.stdout.write(`\n${kind} after ${after} kills: ${detail}\n`);
  process.exitCode = outcome.violations.length > 0 ? 1 : 0;
}
