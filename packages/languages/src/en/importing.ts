/** What an import asks of a table, and the answers that it knows, in English. Its shape is that of every language. */
export const importing = {
  /** Questions by their code, one sentence each. */
  questions: {
    several_values: 'the cell holds several values',
    no_answer: 'it may say that no number is stated, or that nobody looked',
    no_number: 'it is a size without a number',
    legal_units: 'it is in units that a law defines: write the sum in money, or ? with the units in the note',
    two_numbers: 'two numbers stand in the cell',
    unknown_form: 'it is in no form that is known',
    size_in_words: 'it is a size in words',
    not_whole: 'it is no whole number',
    other_mark: '{mark} is not the mark between thousands of this column',
    larger_first: 'the larger number stands first',
    number_for_each: 'it is a number for each of several',
    made_date: 'a spreadsheet has made a date of what was typed',
    maybe_made_date: 'a spreadsheet may have made a date of what was typed',
    no_date: 'it is no date in a form that is known',
    no_such_day: 'there is no such day',
    ends_first: 'it ends before it begins',
    thousands: 'is the mark in “{cell}” one between thousands?',
    more_than: 'is “{cell}” to be {examples}?',
    currency: 'which currency are amounts like “{cell}” in?',
    order: 'is “{cell}” {examples}?',
    year: 'which year are dates like “{cell}” of?',
    serials: 'are numbers like “{cell}” days as a spreadsheet keeps them ({examples})?',
    kind_of_rows: 'which kind of restriction are the rows of this table?',
    no_kind: 'the cell names no kind: which is it?',
    none_of_the_words: 'it is none of the words for “{field}”: which is meant?',
    place_of_rows: 'where are the rows of this table from?',
    no_place: 'the cell names no place: where was it?',
    which_region: 'which region is it?',
    which_place: 'which place is it?',
    several_places: '{n} places are called so: which is it?',
    answered_otherwise: 'the mapping says “{answer}”, which is of another form: what is meant?',
    answered_no_place:
      'the mapping says {id}, and there is no such place: add it under places.add, or name another',
    needed: 'a record of the kind “{kind}” needs “{field}”: ? is a report without a number',
    needed_unless:
      'a record of the kind “{kind}” needs “{field}”: ? is a report without a number; if such rows are no records of this kind, give {rule} {when}',
    unused_column:
      'nothing is taken from this column yet: ignore it (nothing of it is published), keep it beside what is cited, refuse it, or say which field of a record it fills?',
    unused_columns:
      'nothing is taken from these columns yet: ignore them (nothing of them is published), keep them beside what is cited, refuse them, or say which field of a record each fills?',
    equal_rows:
      'rows are equal in all that is taken from them: are they different events, or is one there twice?',
    equal_keys: 'several rows have the same {columns} ({cells}): are they different events, or is it one?',
    dataset_title: 'what is the dataset called?',
    licence: 'under which licence may others use the dataset, for example CC-BY-4.0?',
    table_title: 'what is the table called?',
    publisher: 'who has published the table, or made it?',
    rights: 'on which terms may the rows of the table be shown?',
  },
  /** What a question is about that is about no column. */
  subjects: {
    dataset_title: 'Title of the dataset',
    licence: 'Licence of the dataset',
    table_title: 'Title of the table',
    publisher: 'Publisher of the table',
    rights: 'Terms for the rows',
    kind_of_rows: 'Kind of restriction',
    place_of_rows: 'Place',
    equal_rows: 'Equal rows',
    equal_keys: 'Equal rows',
  },
  /** What may be written where no proposal is right. */
  forms: {
    number: 'a number, 12, ~10, 30-40, 2+, or ? without one',
    amount: 'a sum, 17310 KZT, ~100 EUR, or ? without one',
    date: 'a date, 2024-06-12, 2024-06, 2024-06-10/2024-06-20',
    place: 'the id of a place, or geonames-… of geonames.org',
    region: 'the id of a region, or the code of one: KZ.07',
    year: 'a year, 2024',
    currency: 'three letters, KZT',
    country: 'two letters, KZ',
    text: 'a text',
    other: 'one of the answers',
  },
  /** What answers that are words of the mapping mean. */
  answers: {
    ignore: 'ignore: nothing of it is published',
    keep: 'keep: shown beside what is cited',
    refuse: 'refuse: its cells must be empty',
    'day-first': 'the day stands first',
    'month-first': 'the month stands first',
    next: 'one more than the number',
    same: 'the number itself, or more',
    each: 'different events',
    once: 'one event, there several times',
    none: 'no, it is a decimal mark',
    '.': 'yes, a full stop',
    ',': 'yes, a comma',
    "'": 'yes, an apostrophe',
    true: 'yes',
    '?': 'a report without a number',
  },
  /** The fields of a record. */
  fields: {
    kind: 'kind',
    place: 'place',
    region: 'region',
    date: 'date',
    phase: 'phase',
    count: 'number of people',
    amount: 'amount',
    days: 'days of arrest',
    basis: 'basis',
    note: 'note',
    key: 'the row’s own id',
    link: 'address',
    day: 'day',
    month: 'month',
    year: 'year',
    confirmed: 'confirmed warnings',
  },
  /** Between the readings that a question names. */
  or: ' or ',
  /** How large a town is, beside its name. */
  people: '{n} people',
  /** What cannot be taken, and how to mend it. */
  refusals: {
    no_attribute: {
      message: 'the dataset has no attribute {attribute}',
      hint: 'declare it under “attributes” of the mapping or in attributes.csv of the folder, with its label, definition and values; or take it out of the mapping',
    },
    column_filled: {
      message: 'the column must stay empty, says the mapping, and the cell is filled',
      hint: 'empty the cell, or let the mapping ignore the column',
    },
    cell_without_column: {
      message: 'a cell stands in a column without a name',
      hint: 'give the column a name in the header, or empty the cell',
    },
    no_link: {
      message: 'no address of the web stands in the row, and nothing else is evidence',
      hint: 'write one that begins with https://, or let the mapping cite rows ("rows": true)',
    },
    column_missing: {
      message: 'the mapping takes a column {name}, and there is none',
      hint: 'the columns are {columns}',
    },
    column_renamed: {
      message: 'the mapping takes a column {name}, and there is none',
      hint: 'did you mean {near}? Change the mapping',
    },
    unknown_id: {
      message: 'no record of the dataset has the id {id}',
      hint: 'correct it; of a row that is new leave the cell empty',
    },
    no_rate: {
      message: 'there is no rate of {currency} for that day',
      hint: 'add to "rates" of the mapping: "currency": "{currency}", "from" and "to": the days, "eur": euros for 1 {currency}, "source": where you found it',
    },
    no_header: {
      message: 'no row names the columns that the mapping takes: {columns}',
      hint: 'write the number of the row with the names into "table": { "header": … }, or make a new mapping',
    },
  },
  /** What whoever uses a table has to know. */
  remarks: {
    moved: 'columns that stand elsewhere than in the last table: {columns}',
    new_columns: 'columns that the last table did not have: {columns}',
    gone_columns: 'columns of the last table that this one does not have: {columns}',
    unmatched: 'no record is made of these rows, because no "when" of the mapping takes them: {rows}',
    no_address:
      'rows in which the cell for addresses has no web address (https://… or http://…), so that nothing of it is cited: {rows}',
    other_sheets:
      'Read from the sheet {sheet}. Other sheets: {sheets}; for one of them remove the proposed mapping and repeat with --sheet.',
    header: 'The header is in row {row}. Columns taken:',
    role: '  {column} → {role}',
    open_columns: 'Not taken yet, and asked about: {columns}',
    row_numbers:
      '{columns}: not taken, because it only counts the rows, and rows move from file to file. If each row keeps its number, say that it is the row’s own id ("key").',
    ignored_columns: 'Ignored, so that nothing of them is published: {columns}',
    accessed: 'Addresses are cited as read on {day}: if that was another day, change "accessed".',
    beyond: 'cells to the right of the column ALL, the thousandth, are not read',
    formulas: 'cells with formulas: {n}; their last results are read, nothing is calculated',
    other_files: 'the workbook refers to other files, which are not opened',
    links: 'cells with links behind their words: {n}; the addresses are read too',
    hidden: 'hidden rows of the sheet: {n}; they are read like the others',
    merged: 'groups of merged cells: {n}; what stands in one counts for all its rows',
  },
  /** Why a table, a mapping or a folder cannot be used. */
  unusable: {
    no_table: 'there is no table {file}',
    folder: '{file} is a folder without datapackage.json; name the table itself',
    kind: '{file} is of no kind that is read (known: {known}); save it as one of them',
    several_tables: 'several tables were imported into this folder: name one with --map {map}',
    no_mapping: 'there is no mapping {file}',
    not_json: '{file} is not JSON: {detail}',
    invalid: '{file}: {where} is not valid: {detail}',
    problem: '{file}: {message}; {hint}',
    busy: 'another import is changing {folder}; try again when it has ended (if it was stopped on another machine, remove {waiting})',
    changed: '{file} was changed by somebody else meanwhile; nothing was written: import again',
    journal: '{file} is none that an import has left: remove {folder}',
    is_link: '{folder} is a link, which nothing is written through: put the folder in its place',
  },
};
export type ImportingTexts = typeof importing;
