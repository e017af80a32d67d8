import { unknown } from '../arguments.ts';
import { type Command, exits } from '../command.ts';
import { overview, page, version } from '../help.ts';

export const help: Command = {
  name: 'help',
  summary: 'what there is to ask for',
  parameters: [{ name: '<command>', description: 'the command to explain', required: false }],
  options: {},
  async run({ args: [name], commands, paint }) {
    if (name === undefined) {
      const list = commands.map((command) => ({ name: command.name, summary: command.summary }));
      return {
        exit: exits.done,
        json: { ok: true, version, commands: list },
        text: overview(commands, paint),
      };
    }
    const command = commands.find((known) => known.name === name);
    if (!command)
      throw unknown(
        'command',
        name,
        commands.map((known) => known.name),
      );
    return { exit: exits.done, json: { ok: true, command: name, help: page(command) }, text: page(command) };
  },
};
