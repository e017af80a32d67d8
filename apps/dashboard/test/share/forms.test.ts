import { describe, expect, it } from 'vitest';
import { formIds, forms, savedFile } from '../../src/share/forms.ts';
import type { OutgoingView } from '../../src/share/outgoing-view.ts';

const site = 'https://charts.example/';
const at = (path: string) => `${site}${path}?measure=detentions&title=%D0%90+%23b`;
const plain: OutgoingView = {
  title: 'About 15 detentions',
  caption: 'About 15 detentions. Source: KIBHR. snapshot 2012.',
  permalink: `${site}?measure=detentions&snapshot=2012`,
  ...{ link: at(''), embed: at('embed'), embedScript: `${site}embed.js` },
  ...{ svg: at('chart.svg'), png: at('chart.png'), pdf: at('chart.pdf'), pptx: at('chart.pptx') },
  ...{
    image: { svg: at('chart.svg'), png: at('chart.png'), pdf: at('chart.pdf') },
    size: { width: 600, height: 240 },
  },
  narrow: { svg: `${at('chart.svg')}&width=360`, size: { width: 360, height: 300 } },
  saved: { svg: 'detentions.svg', png: 'detentions.png', pdf: 'detentions.pdf' },
  frameHeight: 420,
};

/** In a mirror: what is drawn has no address. */
const mirrored: OutgoingView = {
  ...plain,
  ...{ svg: '/chart.svg?x', png: '/chart.png?x', pdf: '/chart.pdf?x', pptx: '/chart.pptx?x' },
  ...{
    image: { svg: 'detentions.svg', png: 'detentions.png', pdf: 'detentions.pdf' },
    size: null,
    narrow: null,
  },
};

const hostile = [
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '](javascript:alert(1)) ![x](http://evil.example/a.png)',
  '<img src=x onerror=alert(1)>',
  '*a* _b_ `c` | d ~e~ $f$ &amp; # g',
  '\\',
  'a\\',
  '}} \\input{/etc/passwd} \\write18{rm} {{',
  '% comment',
  '^^41 ~ # $ & _',
  '≥ 2 "of" ≈ 10',
  'Қ'.repeat(80),
];
const i18n = (text: string): OutgoingView => ({ ...plain, title: text, caption: text });

/** The text of HTML, as a browser would read it. */
const read = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('an iframe', () => {
  it('is readable without its script, as high as the picture, and allowed nothing but to run and to lead on', () => {
    expect(forms.iframe(plain)).toBe(
      '<iframe src="https://charts.example/embed?measure=detentions&amp;title=%D0%90+%23b" ' +
        'title="About 15 detentions" width="100%" height="420" loading="lazy" referrerpolicy="no-referrer" ' +
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>\n' +
        '<script src="https://charts.example/embed.js" async></script>',
    );
  });
});

describe('an element', () => {
  it('names the page of the embed', () => {
    expect(forms.element(plain)).toBe(
      '<script src="https://charts.example/embed.js" async></script>\n' +
        '<article21-chart src="https://charts.example/embed?measure=detentions&amp;title=%D0%90+%23b"></article21-chart>',
    );
  });
});

describe.each(['iframe', 'element', 'html'] as const)('%s', (id) => {
  it.each(hostile)('holds a hostile title as text: %s', (title) => {
    const tags = (text: string) =>
      (text.match(/<\/?[a-z][^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
    expect(tags(forms[id](i18n(title)))).toEqual(tags(forms[id](plain)));
  });
});

describe('a figure', () => {
  it.each(hostile)('says the caption as it is: %s', (caption) => {
    const said = /<figcaption[^>]*>([^<]*) <a/.exec(forms.html(i18n(caption)))?.[1] ?? '';
    expect(read(said)).toBe(caption);
  });
});

describe('a figure, on a phone,', () => {
  it('is the picture that is drawn for one, in its own room; elsewhere, and where that is taken out, the wide one', () => {
    const narrow =
      '<source media="(max-width: 560px)" width="360" height="300" ' +
      'srcset="https://charts.example/chart.svg?measure=detentions&amp;title=%D0%90+%23b&amp;width=360">';
    const html = forms.html(plain);
    expect(html).toContain(`<picture>${narrow}<img src="`);
    expect(html).toContain('width="600" height="240"');
    expect(html.replace(/<\/?(?:picture|source)[^>]*>/g, '')).toBe(forms.html({ ...plain, narrow: null }));
  });
});

describe('Markdown', () => {
  it('is a picture that leads to the page, with the caption and its proof', () => {
    expect(forms.markdown({ ...plain, image: { ...plain.image, png: `${site}a_(b)` } })).toBe(
      `[![About 15 detentions](${site}a_%28b%29)](${at('')})\n\n` +
        `*About 15 detentions. Source: KIBHR. snapshot 2012.* <${plain.permalink}>`,
    );
  });

  it.each(hostile)('leaves no mark in a title unescaped: %s', (title) => {
    const written = forms.markdown(i18n(title));
    const alt = written.slice(3, written.indexOf(`](${plain.png})`));
    // Two signs at a time: a backslash takes its next with it.
    expect(alt.replace(/\\./g, '')).not.toMatch(/[\\`*_[\]<>&~|!#$]/);
    expect(alt.replace(/\\(.)/g, '$1')).toBe(title);
  });
});

describe('LaTeX', () => {
  it('names the file, where it is from, and a percent sign that is no comment', () => {
    const permalink = `${site}?place=%D0%90`;
    const lines = forms.latex({ ...plain, permalink }).split('\n');
    expect(lines[0]).toBe(`% detentions.pdf: ${plain.pdf}`);
    expect(lines[4]).toBe('  \\includegraphics[width=\\linewidth]{detentions.pdf}');
    expect(lines[5]).toBe(
      `  \\caption[{About 15 detentions}]{About 15 detentions. Source: KIBHR. snapshot 2012. \\url{${site}?place=\\%D0\\%90}}`,
    );
  });

  it.each(hostile)('has balanced braces, no command of a title’s own and no comment: %s', (title) => {
    const caption = forms.latex(i18n(title)).split('\n').at(-2) ?? '';
    let depth = 0;
    for (const sign of caption.replace(/\\[{}]/g, '')) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    const known = [
      'caption',
      'url',
      'textbackslash',
      'textbraceleft',
      'textbraceright',
      'textasciitilde',
      'textasciicircum',
      ...['char', 'ensuremath', 'approx', 'geq', 'textless', 'textgreater', 'textbar'],
    ];
    for (const [, command = ''] of caption.matchAll(/\\([a-zA-Z]+)/g)) expect(known).toContain(command);
    expect(caption.replace(/\\url\{[^}]*\}/, '')).not.toMatch(/(?<!\\)[%$&#_^~<>|"≈≥]/);
  });

  it.each(['28 апреля: около 15', '28 сәуір: шамамен 15'])('says what Cyrillic letters need: %s', (title) => {
    expect(forms.latex(i18n(title))).toContain('% Cyrillic, pdfLaTeX: \\usepackage[T2A]{fontenc}\n');
    expect(forms.latex(i18n(title))).toContain('\\usepackage{fontspec}');
    expect(forms.latex(plain)).not.toContain('Cyrillic');
  });
});

describe('in a mirror', () => {
  it('a text shows the file that is saved beside it, and says where that is from', () => {
    expect(forms.markdown(mirrored)).toContain('](detentions.png)](https://charts.example/');
    expect(forms.html(mirrored)).toContain(
      '<img src="detentions.svg" alt="About 15 detentions" loading="lazy"',
    );
    expect(forms.latex(mirrored).split('\n')[0]).toBe(`% detentions.pdf: ${plain.link}`);
    expect(formIds.map((id) => savedFile(id, mirrored))).toEqual([
      ...[null, null, null],
      ...['detentions.png', 'detentions.svg', 'detentions.pdf'],
    ]);
    expect(formIds.map((id) => savedFile(id, plain)).filter(Boolean)).toEqual(['detentions.pdf']);
  });
});

describe('every form', () => {
  it.each(formIds)('leads back to the page or to the picture: %s', (id) => {
    expect(forms[id](plain)).toContain('https://charts.example/');
  });
});
