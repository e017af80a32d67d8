import type { Forms } from '../../plural.ts';

/** What only the dashboard's pages say, in English. Its shape is the shape that every language has. */
export const page = {
  period: 'Period',
  mainMeasures: 'Main measures',
  measures: { one: '{n} measure', other: '{n} measures' } as Forms,
  places: { one: '{n} place', other: '{n} places' } as Forms,
  moreRows: { one: '{n} more row', other: '{n} more rows' } as Forms,
  only: 'only',
  search: 'Search by any name',
  noPlace: 'No place has such a name.',
  inverted: 'The period ends before it begins.',
  walk: 'Chart: the arrow keys walk from mark to mark, Enter shows the records',
  outside: 'Perhaps outside the period',
  permalink: 'Link to this record',
  passage: 'Coded from the chosen passage',
  passageHint: 'Choose a marked passage to see what was coded from it.',
  rights: 'Rights',
  scripts: 'This page needs JavaScript. Without it, there are pages to read:',
  known: 'Known: {known}.',
  issue: {
    unknown_key: '“{key}” means nothing here and was left out.',
    duplicate_key: '“{key}” is given more than once and was left out.',
    unknown_value: '“{stated}” is not known ({key}) and was left out.',
    unreadable: '“{stated}” could not be read ({key}) and was left out.',
    inverted: 'The period ends before it begins ({stated}); all dates are shown.',
    too_long: '“{key}” is too long and was left out.',
    too_many: '“{key}” names too many values and was left out.',
  },
  failure: {
    gone: 'This version of the data is not kept here.',
    goneHint:
      'There is no version {snapshot}. A published version is never deleted here: the link may be mistyped, or from another copy of this site.',
    missing: 'There is no such thing in these data.',
    missingHint: 'The link may be old or mistyped.',
    tooMuch: 'That is more than can be shown at once.',
    tooMuchInTime: 'Choose a shorter period or a longer step; fewer cities or measures help, too.',
    tooMuchInPlaces: 'Choose fewer cities or fewer measures.',
    tooMuchInRoom: 'Choose a larger width or height, or fewer cities.',
    tooMuchInPixels: 'Choose a smaller scale, width or height.',
    tooMuchInShow: 'Choose fewer slides, or shorter periods and fewer cities in them.',
    tooLong: 'The address is too long.',
    refused: 'The server could not understand the question.',
    server: 'The server could not answer.',
    serverHint: 'The fault is not in your link: it keeps what you chose.',
    unreachable: 'The server cannot be reached.',
    unreachableHint: 'Nothing is lost: the link keeps what you chose. Try again when the connection is back.',
    broken: 'This part of the page broke.',
    current: 'Show the current data',
  },
};

export type PageTexts = typeof page;
