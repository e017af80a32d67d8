import manifest from '../package.json' with { type: 'json' };
import { commonOptions } from './arguments.ts';
import type { Command, Option } from './command.ts';
import { type Paint, table } from './output.ts';

export const version: string = manifest.version;

/** The page that `article21 help` shows. */
export function overview(commands: readonly Command[], paint: Paint): string[] {
  const rows = commands.map((command) => [`  ${paint.bold(usage(command))}`, command.summary]);
  return [
    `article21 ${version}: check, publish and keep datasets of restrictions of assembly`,
    '',
    'Usage: npm run article21 -- <command> [options]',
    '',
    ...table(rows),
    '',
    ...optionLines(commonOptions),
    '',
    'npm run article21 -- help <command> says more about one. Exit codes: 0 done, 1 the dataset has issues,',
    '2 wrong usage, 3 the operation failed, 4 a snapshot or an export is damaged.',
  ];
}

/** The page of one command. */
export function page(command: Command): string[] {
  const parameters = command.parameters.map((parameter) => [`  ${parameter.name}`, parameter.description]);
  return [
    `npm run article21 -- ${usage(command)}: ${command.summary}`,
    '',
    ...table(parameters),
    ...(parameters.length > 0 ? [''] : []),
    ...optionLines({ ...command.options, ...commonOptions }),
  ];
}

function usage(command: Command): string {
  const names = command.parameters.map(({ name, required }) => (required ? name : `[${name}]`));
  return [command.name, ...names].join(' ');
}

function optionLines(options: Readonly<Record<string, Option>>): string[] {
  const rows = Object.entries(options).map(([name, { value, description }]) => [
    `  --${name}${value ? ` ${value}` : ''}`,
    description,
  ]);
  return table(rows);
}
