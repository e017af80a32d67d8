/** What the share dialog says, in English. */
export const share = {
  which: 'Which numbers',
  live: 'Live',
  liveText: 'Follows every later version of the data.',
  /** Of a figure. */
  liveFigure: 'The link follows every later version; picture and sentence stay those of version {snapshot}.',
  frozen: 'Frozen',
  frozenText: 'Stays as it is today, for ever: version {snapshot}.',
  looks: 'How it looks',
  title: 'Title',
  titleText: 'Without one, the sentence of the chart stands above it.',
  undrawable: 'Pictures do not have these letters, and go without the title: {letters}',
  colours: 'Colours',
  colour: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
  coloursText: 'Automatic: a frame has the colours of its reader’s device, a picture is light.',
  size: 'Size of pictures',
  sizes: { usual: 'Usual', card: 'Card', square: 'Square', slide: 'Slide' },
  width: 'Width',
  height: 'Height',
  sizeText: 'In pixels. Without a height, a picture is as high as it needs to be.',
  notWidth: 'A picture is 320 to 2,000 pixels wide.',
  notHeight: 'A picture is 200 to 2,000 pixels high.',
  controls: 'Readers of a frame may choose measure, place and period',
  take: 'For a text or a page',
  mirrored:
    'This is a copy of the site as files. Pictures and slides are drawn here, in your browser. What it cannot give is a live chart in another page: link to this chart, or show its picture. A frozen address works for as long as this copy holds that version.',
  saved: 'Save the file from below beside your text as {file}.',
  forms: {
    link: { name: 'Link', text: 'Opens this chart, with its records and quotations.' },
    iframe: {
      name: 'Iframe',
      text: 'A chart in a page, readable without any script. The script only fits its height.',
    },
    element: { name: 'Script', text: 'A chart in a page as one element, as high as it needs to be.' },
    markdown: {
      name: 'Markdown',
      text: 'A picture with its caption, for texts that are written in Markdown.',
    },
    html: { name: 'HTML', text: 'A figure with its caption, without a script.' },
    latex: {
      name: 'LaTeX',
      text: 'A figure with its caption. What Cyrillic letters need is said in its comments.',
    },
  },
  files: 'Pictures and slides',
  filesText: 'Each carries its title, source, version and address in the picture.',
  slide: 'Slide (PPTX)',
  cite: 'Citation',
  citeText: 'Names the version of the data and links to it, whichever numbers you share.',
  preview: 'Preview',
  previewText: 'As a frame of so many pixels, or as a picture:',
  picture: 'Picture',
  previewTitle: 'Preview, {width} pixels wide',
};

export type ShareTexts = typeof share;
