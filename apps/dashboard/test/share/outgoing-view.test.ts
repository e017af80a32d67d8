import { emptyQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { usualSize } from '../../src/share/looks.ts';
import { outgoingView, type Sharing } from '../../src/share/outgoing-view.ts';

const sharing: Sharing = {
  absolute: (address) => `https://charts.example${address}`,
  query: { ...emptyQuery, measure: ['detentions'], place: ['almaty'], lang: 'ru', theme: 'dark' },
  pictured: usualSize,
  controls: false,
  snapshot: '2012-09-25-3f9c0a417d2be586',
  frozen: false,
  measures: ['Detentions'],
  headlines: [{ text: 'About 15 detentions in Almaty.', remarks: [] }],
  source: 'Source: KIBHR; IPHR',
  version: 'snapshot 2012-09-25-3f9c0a417d2be586',
  size: { width: 600, height: 240 },
  narrow: { width: 360, height: 300 },
  frameHeight: 420,
  mirrored: false,
};

describe('what is shared', () => {
  it('has the same query on every surface, and what is opened on the page in none', () => {
    const { link, embed, svg, pptx } = outgoingView(sharing);
    const query = 'measure=detentions&place=almaty&lang=ru&theme=dark';
    expect(link).toBe(`https://charts.example/?${query}`);
    expect(embed).toBe(`https://charts.example/embed?${query}`);
    expect(svg).toBe(`https://charts.example/chart.svg?${query}`);
    expect(pptx).toBe(`https://charts.example/chart.pptx?${query}`);
  });

  it('has size, title and controls as keys of the same addresses, each where it means something', () => {
    const query = { ...sharing.query, title: 'Taken' };
    const { link, embed, svg, png, pdf, pptx, image } = outgoingView({
      ...sharing,
      ...{ query, pictured: { width: 1200, height: 630 }, controls: true },
    });
    for (const address of [svg, png, pdf, image.svg, image.png, image.pdf])
      expect(address).toMatch(/&title=Taken(&snapshot=[^&]+)?&width=1200&height=630$/);
    for (const address of [link, pptx]) expect(address).toMatch(/&title=Taken$/);
    expect(embed).toMatch(/&title=Taken&controls=1$/);
    for (const address of [link, svg, png, pdf, pptx]) expect(address).not.toContain('controls');
  });

  it('leaves a title out of pictures that do not have its letters, and of nothing else', () => {
    const query = { ...sharing.query, title: 'عنوان' };
    const { link, embed, svg, png, pdf, pptx, image } = outgoingView({ ...sharing, query });
    for (const address of [link, embed]) expect(address).toContain('title=');
    for (const address of [svg, png, pdf, pptx, ...Object.values(image)])
      expect(address).not.toContain('title=');
  });

  it('names its snapshot everywhere when frozen, and in its permalink always', () => {
    const frozen = outgoingView({ ...sharing, frozen: true });
    for (const address of [frozen.link, frozen.embed, frozen.svg, frozen.png, frozen.pdf, frozen.permalink])
      expect(address).toContain(`snapshot=${sharing.snapshot}`);
    const live = outgoingView(sharing);
    expect(live.link).not.toContain('snapshot');
    expect(live.permalink).toBe(frozen.permalink);
  });

  it('follows the data when live, also from a page that shows an older version', () => {
    const older = { ...sharing, query: { ...sharing.query, snapshot: sharing.snapshot } };
    expect(outgoingView(older).link).not.toContain('snapshot');
  });

  it('has the reader’s own title, else its sentence or the names of its measures, on one line', () => {
    expect(outgoingView(sharing).title).toBe('About 15 detentions in Almaty');
    const [headline] = sharing.headlines;
    const remarked = {
      ...sharing,
      headlines: [{ text: headline?.text ?? '', remarks: ['1 may lie elsewhere.'] }],
    };
    expect(outgoingView(remarked).title).toBe('About 15 detentions in Almaty');
    const several = {
      ...sharing,
      measures: ['Detentions', 'Fines'],
      headlines: [
        { text: '15 detentions.', remarks: ['1 may lie elsewhere.'] },
        { text: 'EUR 90.', remarks: [] },
      ],
    };
    expect(outgoingView(several).title).toBe('Detentions, Fines');
    expect(outgoingView(several).caption).toMatch(/^15 detentions\. 1 may lie elsewhere\. EUR 90\. Source/);
    const titled = { ...sharing, query: { ...sharing.query, title: 'Taken\n\n by\u2028police\u0000' } };
    expect(outgoingView(titled).title).toBe('Taken by police');
    expect(outgoingView(titled).permalink).not.toContain('title');
  });

  it('says sentences, source and version under the picture', () => {
    expect(outgoingView(sharing).caption).toBe(
      'About 15 detentions in Almaty. Source: KIBHR; IPHR. snapshot 2012-09-25-3f9c0a417d2be586.',
    );
  });

  it('never shows a picture that changes over a sentence that does not', () => {
    for (const frozen of [false, true]) {
      const { image, narrow } = outgoingView({ ...sharing, frozen });
      for (const address of [...Object.values(image), narrow?.svg])
        expect(address).toContain(`snapshot=${sharing.snapshot}`);
    }
  });

  it('in a mirror, is drawn here and saved beside the text that shows it', () => {
    const mirrored = outgoingView({ ...sharing, mirrored: true });
    expect(mirrored.svg).toMatch(/^\/chart\.svg\?measure=detentions/);
    expect(mirrored.image).toEqual({
      svg: 'detentions-in-almaty-ru.svg',
      png: 'detentions-in-almaty-ru.png',
      pdf: 'detentions-in-almaty-ru.pdf',
    });
  });

  it('leads to wherever the site is', () => {
    const absolute = (address: string) => `https://host.example/mirrors/kz${address}`;
    const { link, embedScript, permalink } = outgoingView({ ...sharing, absolute });
    for (const address of [link, embedScript, permalink])
      expect(address).toMatch(/^https:\/\/host\.example\/mirrors\/kz\//);
  });
});
