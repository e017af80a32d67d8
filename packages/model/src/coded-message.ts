/**
 * A message without its words: a code, and the values of its sentence. Each language has a sentence for each code, and joins lists
 * in its own way.
 */
export interface CodedMessage<Code extends string = string> {
  code: Code;
  values?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Why a table or a document cannot be read. */
export type TableProblemCode =
  | 'too_large'
  | 'empty'
  | 'no_rows'
  | 'no_text'
  | 'no_words'
  | 'only_pictures'
  | 'locked'
  | 'damaged'
  | 'inflated'
  | 'too_slow'
  | 'too_much_memory'
  | 'old_workbook'
  | 'no_sheet'
  | 'no_result'
  | 'cell_too_long'
  | 'row_too_long'
  | 'broken_quotes'
  | 'too_many_columns'
  | 'not_json'
  | 'no_list'
  | 'no_object'
  | 'package_file'
  | 'package_manifest'
  | 'package_kind'
  | 'package_table'
  | 'package_path'
  | 'package_encoding'
  | 'package_separator';

/** What stands in a table beside its values, and is said. */
export type TableRemarkCode = 'beyond' | 'formulas' | 'other_files' | 'links' | 'hidden' | 'merged';
