#!/usr/bin/env node
import { main } from './run.mjs';

await main(['snout', ...process.argv.slice(2)]);
