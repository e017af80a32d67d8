#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { processIo } from './output.ts';
import { run } from './run.ts';

// Memory is swept when it has grown by half of what is in use, instead of to its fourfold: of a million records that is
// more than a gigabyte, and costs no time that could be measured.
setFlagsFromString('--heap-growing-percent=50');

// Everybody on this machine sees the arguments of a process, for as long as it runs: on Linux the title takes their place.
if (process.argv.some((it) => /(?:^|=)postgres(?:ql)?:\/\/(?:[^/]*:[^/]*@|.*[?&]password=)/.test(it)))
  process.title = 'article21';

process.exitCode = await run(process.argv.slice(2), processIo());
