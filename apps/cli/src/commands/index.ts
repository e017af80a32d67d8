import type { Command } from '../command.ts';
import { help } from './help.ts';

/** Every command, in the order of the help page: one file and one line each. */
export const commands: readonly Command[] = [help];
