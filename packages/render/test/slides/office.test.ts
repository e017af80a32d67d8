import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRenderer } from '../../src/index.ts';
import { deckOf } from './decks.ts';

const office = spawnSync('sh', ['-c', 'command -v soffice || command -v libreoffice'], { encoding: 'utf8' });
const program = office.stdout?.trim() ?? '';

// Whoever has no LibreOffice reads in pptx.test.ts that every part is well-formed.
it.skipIf(program === '')(
  'LibreOffice opens a file of slides and makes a page of each (where it is skipped: apt-get install libreoffice-impress)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'article21-office-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const deck = deckOf('Өскемен & <b> "%"');
    writeFileSync(join(folder, 'slides.pptx'), createRenderer().pptx(deck));
    const { status } = spawnSync(
      program,
      [
        // Its own settings, so that one that is running is no part of this.
        `-env:UserInstallation=file://${join(folder, 'settings')}`,
        ...['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'slides.pptx')],
      ],
      { timeout: 590_000 },
    );
    expect(status).toBe(0);
    const pages = readFileSync(join(folder, 'slides.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages).toHaveLength(deck.slides.length);
  },
);
