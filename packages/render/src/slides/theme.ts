/** Arial, because every machine has it, with the letters of Kazakh; a file of slides carries no fonts. */
const FONT = 'Arial';

const colours = {
  dk1: '1A1A1A',
  lt1: 'FFFFFF',
  dk2: '595959',
  lt2: 'E3E3E3',
  accent1: '324F9C',
  accent2: '28937B',
  accent3: '800368',
  accent4: 'DD7A1C',
  accent5: '595959',
  accent6: '12436D',
  hlink: '12436D',
  folHlink: '801650',
};

const scheme = Object.entries(colours)
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join('');
const font = `<a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface="${FONT}"/>`;
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525">${fill}</a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** The theme of slides and of notes: plain fills, thin lines, no effects. */
export const theme =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Article 21"><a:themeElements>' +
  `<a:clrScheme name="Article 21">${scheme}</a:clrScheme>` +
  `<a:fontScheme name="Article 21"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Article 21"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
  '</a:themeElements></a:theme>';
