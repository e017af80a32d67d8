import type { Command } from '../command.ts';
import { agreeFolders } from './agree.ts';
import { bench } from './bench.ts';
import { check } from './check.ts';
import { copy } from './copy.ts';
import { desk } from './desk.ts';
import { exportSite } from './export.ts';
import { follow } from './follow.ts';
import { help } from './help.ts';
import { importTable } from './import.ts';
import { proposeRecords } from './propose.ts';
import { publish } from './publish.ts';
import { regions } from './regions.ts';
import { retract } from './retract.ts';
import { rollback } from './rollback.ts';
import { sensitive } from './sensitive.ts';
import { snapshots } from './snapshots.ts';
import { statement } from './statement.ts';
import { template } from './template.ts';
import { verify } from './verify.ts';

/** Every command, in the order of the help page: one file and one line each. */
export const commands: readonly Command[] = [
  template,
  desk,
  importTable,
  statement,
  proposeRecords,
  agreeFolders,
  check,
  regions,
  sensitive,
  publish,
  snapshots,
  rollback,
  retract,
  exportSite,
  verify,
  copy,
  follow,
  bench,
  help,
];
