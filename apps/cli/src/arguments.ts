import { parseArgs } from 'node:util';
import { type Language, languages } from '@article21/model';
import { closestMatch } from 'leven';
import type { Call, Command, Option } from './command.ts';
import { misuse } from './failure.ts';
import { visible } from './output.ts';

/** Every command's flags. */
export const commonOptions = {
  data: {
    value: '<dir>',
    description:
      'where snapshots are kept, or postgres://… (default: $STORE_URL, else $DATA_DIR, else .data)',
  },
  json: { description: 'one JSON document on standard output' },
  progress: { description: 'say how far it is also where standard error is no terminal, in lines' },
  help: { description: 'how the command is used' },
} satisfies Record<string, Option>;

/** What was typed after the command's name. */
export interface Arguments {
  args: readonly string[];
  values: Readonly<Record<string, string | boolean | undefined>>;
}

/** Reads a command's arguments. Throws a sentence that names the known options or the missing parameter. */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const options: Readonly<Record<string, Option>> = { ...commonOptions, ...command.options };
  const config = Object.entries(options).map(([name, option]) => {
    const type = option.value ? ('string' as const) : ('boolean' as const);
    return [name, name === 'help' ? { type, short: 'h' } : { type }] as const;
  });
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(config),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const args: string[] = [];
  const values = new Map<string, string | boolean>();
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind === 'option') values.set(token.name, optionValue(command, options, token));
  }
  if (!values.has('help')) checkParameters(command, args);
  return { args, values: Object.fromEntries(values) };
}

/** How many known names a sentence lists. */
const LISTED = 24;

/** `unknown command: chekc; did you mean check? (known: …)` */
export function unknown(what: string, typed: string, known: readonly string[]): Error {
  const near = closestMatch(typed, [...known], { maxDistance: 2 });
  const hint = near ? `; did you mean ${near}?` : '';
  const rest = known.length - LISTED;
  const listed = known.slice(0, LISTED).join(', ') || 'none';
  return misuse(
    `unknown ${what}: ${visible(typed)}${hint} (known: ${listed}${rest > 0 ? ` and ${rest} more` : ''})`,
  );
}

/** The language that `--lang` names, English where it is absent. Throws where there is no such language. */
export function languageOf(call: Call): Language {
  const typed = call.value('lang') ?? 'en';
  const language = languages.find((it) => it === typed);
  if (language === undefined) throw unknown('language', typed, languages);
  return language;
}

type Token = { name: string; rawName: string; value?: string | undefined };

function optionValue(
  command: Command,
  options: Readonly<Record<string, Option>>,
  { name, rawName, value }: Token,
): string | boolean {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const known = Object.keys(options).map((key) => `--${key}`);
    throw unknown(`option of ${command.name}`, rawName, known);
  }
  if (option.value && !value) throw misuse(`--${name} needs a value: --${name} ${option.value}`);
  if (!option.value && value !== undefined) throw misuse(`--${name} takes no value, but was given ${value}`);
  return value ?? true;
}

function checkParameters(command: Command, args: readonly string[]): void {
  const missing = command.parameters[args.length];
  if (missing?.required)
    throw misuse(
      `${command.name} needs ${missing.name}, ${missing.description} (see: npm run article21 -- help ${command.name})`,
    );
  const extra = args[command.parameters.length];
  if (extra !== undefined)
    throw misuse(`${command.name} does not take "${extra}" (see: npm run article21 -- help ${command.name})`);
}
