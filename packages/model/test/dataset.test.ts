import { describe, expect, it } from 'vitest';
import { datasetMetaSchema } from '../src/index.ts';

const meta = {
  name: 'kazakhstan-2012',
  title: 'Freedom of assembly in Kazakhstan, 2012',
  version: '1.0.0',
  created: '2012-09-25',
  licenses: [{ name: 'CC-BY-4.0' }],
};

describe('datasetMetaSchema', () => {
  it('reads what was written before anybody was named', () => {
    expect(datasetMetaSchema.parse(meta)).toEqual({ ...meta, language: 'en', synthetic: false });
  });

  it('keeps who made it and what they did, and nobody’s address', () => {
    const contributors = [{ title: 'A coder', roles: ['coder'], email: 'coder@example.org' }];
    expect(datasetMetaSchema.parse({ ...meta, contributors }).contributors).toEqual([
      { title: 'A coder', roles: ['coder'] },
    ]);
  });

  it('refuses contributors that are no list', () => {
    expect(datasetMetaSchema.safeParse({ ...meta, contributors: 'A coder' }).success).toBe(false);
  });
});
