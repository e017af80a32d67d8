/** What a chart says where it stands in somebody else's page, in English. */
export const embed = {
  hint: 'Point at a mark for its number; press it for the records behind it.',
  open: 'All records and sources',
  choose: 'Choose what is shown',
  failed: 'This chart cannot be shown',
  unread: '“{stated}” could not be read ({key}).',
  meaningless: '“{key}” means nothing here.',
  busy: 'Too many charts are being drawn at this moment. Try again in a few seconds.',
  toCharts: 'To the charts',
};

export type EmbedTexts = typeof embed;
