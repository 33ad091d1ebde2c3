import { writeSync } from 'node:fs';
import { openWholeService } from '../api/whole-service.ts';

/** Does the jobs that wait in a folder, and says "ready" when it begins. Meant to be killed at any moment. */
const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Which folder?');
const { jobs } = await openWholeService(folder);
await jobs.start();
writeSync(1, 'ready\n');
