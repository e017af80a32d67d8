#!/usr/bin/env node
import { processIo } from './output.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), processIo());
