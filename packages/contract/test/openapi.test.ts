import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../src/index.ts';
import { openApiDocument } from '../src/openapi.ts';

const document = openApiDocument({ baseUrl: 'https://example.org', version: '1.2.3' });

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('holds every endpoint once, by its name', () => {
    const operations = Object.entries(document.paths ?? {}).map(([path, item]) => [
      item.get?.operationId,
      path,
    ]);
    expect(operations).toEqual(Object.entries(endpoints).map(([name, { path }]) => [name, path]));
  });

  it('documents every key of a query and every part of a path', () => {
    for (const endpoint of Object.values(endpoints)) {
      const operation = document.paths?.[endpoint.path]?.get;
      const names = (operation?.parameters ?? []).map((it) => ('name' in it ? it.name : ''));
      const known = [...Object.keys(endpoint.params), ...Object.keys(endpoint.query)];
      expect(names.sort()).toEqual(known.sort());
    }
  });

  it('says that a missing upper bound is null, in the way of JSON Schema 2020-12', () => {
    expect(JSON.stringify(document)).toContain('["number","null"]');
    expect(JSON.stringify(document)).not.toContain('nullable');
  });

  it('refers only to schemas that it holds', () => {
    const schemas = Object.keys(document.components?.schemas ?? {});
    const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]+)/g)].map(
      (it) => it[1],
    );
    expect(schemas).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(schemas).toContain('Problem');
  });

  it('has the configured address and nobody else’s', () => {
    expect(document.servers).toEqual([{ url: 'https://example.org' }]);
  });
});
