// pnpm bench:dashboard: what a reader waits for, measured in a Chromium on the built program.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { browserOptions } from './browser.ts';
import { firstLoad } from './first-load.ts';
import { visit } from './interactions.ts';
import { type Measured, report } from './report.ts';
import { embedded, startSite } from './site.ts';
import { type Size, writeSynthetic } from './synthetic.ts';

const LOADS = 5;
const sizes: readonly Size[] = [
  { records: 1_000_000, places: 20 },
  { records: 1_000_000, places: 2000 },
];

const browser = await chromium.launch(browserOptions);
const measured: Measured[] = [await measure(browser, 'embedded', embedded)];
for (const size of sizes) measured.push(await measureSynthetic(browser, size));
await browser.close();
const lines = process.argv.includes('--json') ? [JSON.stringify(measured, null, 2)] : report(measured);
process.stdout.write(`${lines.join('\n')}\n`);

async function measureSynthetic(of: Browser, size: Size): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'article21-synthetic-'));
  try {
    process.stderr.write(`publishing ${size.records} synthetic records in ${size.places} cities\n`);
    await writeSynthetic(folder, size);
    return await measure(of, `1 M records, ${size.places} cities`, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(of: Browser, name: string, dataset: string): Promise<Measured> {
  const site = await startSite(dataset);
  try {
    process.stderr.write(`measuring ${name}\n`);
    const loads = [];
    for (let i = 0; i < LOADS; i++) loads.push(await firstLoad(of, site.address));
    return { name, loads, visit: await visit(of, site.address) };
  } finally {
    await site.stop();
  }
}
