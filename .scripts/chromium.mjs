// Finds a Chromium for the browser tests, or installs Debian's where that is possible.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fail, root, run } from './workspace.mjs';

// First the build without a window: a page costs it a third of the processor's time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];

/** The path of a Chromium: CHROMIUM_PATH, one on the PATH, Playwright's own, or Debian's, installed now. */
export function chromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isExecutable(given) ? given : fail(`CHROMIUM_PATH is not a program: ${given}`);
  return onPath() ?? ofPlaywright() ?? installed();
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function ofPlaywright() {
  const require = createRequire(join(root, 'apps/dashboard/package.json'));
  const path = require('@playwright/test').chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function installed() {
  const debian = process.platform === 'linux' && spawnSync('apt-get', ['--version']).status === 0;
  if (debian && process.getuid?.() === 0) {
    console.log('No Chromium found; installing Debian’s.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = (name) =>
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'], { env });
    run('apt-get', ['update', '-qq'], { env });
    // Older releases of Debian have only the build with a window.
    if (install('chromium-headless-shell') !== 0) install('chromium');
  }
  return (
    onPath() ??
    fail(
      'The browser tests need Chromium: install the package “chromium”, or set CHROMIUM_PATH to a Chrome or Chromium.',
    )
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
