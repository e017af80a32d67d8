import { endpoints } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { kazakhstanApp } from './published-app.ts';

const { hono } = await kazakhstanApp();

interface Operations {
  paths: Record<string, unknown>;
}

describe('the contract', () => {
  const requests = Object.entries(endpoints).flatMap(([name, { requests }]) =>
    requests.map((it) => [it, name] as const),
  );

  it.each(requests)('is kept by %s', async (request, name) => {
    const { answer, mediaType } = endpoints[name as keyof typeof endpoints];
    const response = await hono.request(request);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(mediaType);
    const body = mediaType === 'application/json' ? await response.json() : await response.text();
    expect(answer.parse(body)).toEqual(body);
  });

  it('documents every route of the API, and none that there is not', async () => {
    const document = (await (await hono.request('/openapi.json')).json()) as Operations;
    const documented = Object.keys(document.paths).map((path) => path.replace(/\{(\w+)\}/g, ':$1'));
    const itself = ['/openapi.json', '/api', '/api/v1'];
    const served = hono.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    // What the dashboard counts a small snapshot from is a part of that program, as its scripts are.
    // Editions are for other servers of this program, which verify what they are signed with.
    const isOfApi = (path: string) => !itself.includes(path) && !/^\/(?:snapshots|editions)\//.test(path);
    expect(documented.sort()).toEqual(served.filter(isOfApi).sort());
  });

  it('has an index of all that can be asked for', async () => {
    const index = (await (await hono.request('/api/v1')).json()) as { endpoints: { example: string }[] };
    expect(index).toMatchObject({ documentation: expect.stringMatching(/\/api$/) });
    expect(index.endpoints).toHaveLength(Object.keys(endpoints).length);
    for (const { example } of index.endpoints)
      expect((await hono.request(new URL(example).pathname + new URL(example).search)).status).toBe(200);
  });

  it('gives CSV that says the same as JSON', async () => {
    const query = 'measure=detentions,fines&by=place,period&every=month';
    const { rows, undated, totals } = endpoints.counts.answer.parse(
      await (await hono.request(`/api/v1/counts?${query}`)).json(),
    );
    const response = await hono.request(`/api/v1/counts.csv?${query}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
    const [header, ...lines] = (await response.text()).split('\r\n').slice(0, -1);
    expect(header).toBe(
      'part,measure,unit,place,period,from,to,low,high,stated_high,approximate,unnumbered,records,assembly_day,approximate_dates,within,synthetic,phase',
    );
    const unit = { detentions: 'people', fines: 'EUR' } as Record<string, string>;
    const undatedCells = { assemblyDay: '', approximateDates: '' };
    const expected = [
      ...rows.map((it) => ({ part: 'row', within: '', ...it })),
      ...undated.map((it) => ({ part: 'undated', period: '', from: '', to: '', ...undatedCells, ...it })),
      ...totals.map(({ dated: _dated, open: _open, ...it }) => ({
        ...{ part: 'total', place: '', period: '', from: '', to: '', assemblyDay: '', within: '' },
        ...it,
      })),
    ].map((it) => [
      ...[it.part, it.measure, unit[it.measure], it.place, it.period, it.from, it.to],
      ...[it.low ?? '', it.high ?? '', it.statedHigh ?? '', it.approximate, it.unnumbered],
      ...[it.records, it.assemblyDay, it.approximateDates, it.within, false, ''],
    ]);
    expect(lines).toEqual(expected.map((it) => it.join(',')));
    expect(lines.length).toBeGreaterThan(5);
  });
});
