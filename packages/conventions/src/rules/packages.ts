import type { Finding } from '../repository.ts';
import type { Workspace } from '../workspaces.ts';

const scripts = ['dev', 'lint', 'test'];
const README_LINES = 120;

/** What every package has: the same scripts, and a README with dated decisions; none in its folders has more than 120 lines. */
export function checkPackages(workspaces: readonly Workspace[]): Finding[] {
  return workspaces.flatMap((workspace) => [
    ...scripts
      .filter((script) => !(script in workspace.scripts))
      .map((script) => finding(`${workspace.folder}/package.json`, `has no script "${script}"`)),
    ...checkReadme(workspace),
    ...workspace.files.filter(({ path }) => path.endsWith('/README.md')).flatMap(checkLength),
  ]);
}

function checkReadme({ folder, files }: Workspace): Finding[] {
  const path = `${folder}/README.md`;
  const readme = files.find((file) => file.path === path);
  if (!readme) return [finding(path, 'is missing')];
  const lines = readme.text.trimEnd().split('\n');
  const heading = lines.findIndex((line) => /^## Decisions$/.test(line));
  const decisions = heading === -1 ? [] : lines.slice(heading + 1).filter((line) => line.startsWith('- '));
  return [
    ...(decisions.length === 0 ? [finding(path, 'has no decisions under "## Decisions"')] : []),
    ...decisions
      .filter((line) => !/^- \d{4}-\d{2}-\d{2}: /.test(line))
      .map((line) => finding(path, `has a decision without a date: ${line.slice(0, 60)}`)),
  ];
}

function checkLength({ path, text }: Workspace['files'][number]): Finding[] {
  const { length } = text.trimEnd().split('\n');
  return length > README_LINES ? [finding(path, `has ${length} lines (at most ${README_LINES})`)] : [];
}

function finding(file: string, message: string): Finding {
  return { file, line: null, message };
}
