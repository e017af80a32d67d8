import { describe, expect, it } from 'vitest';
import { mirrorAddress, siteAddress } from '../src/address.ts';

describe('an address of the site', () => {
  it.each([
    ['/', ''],
    ['/?measure=detentions&place=almaty,astana', '?measure=detentions&place=almaty,astana'],
    ['/sources', 'sources/'],
    ['/sources/a-b-2012?lang=kk&record=x', 'sources/a-b-2012/?lang=kk&record=x'],
    [
      '/records/a%2Fb?snapshot=2012-09-25-0123456789abcdef',
      'records/?id=a%2Fb&snapshot=2012-09-25-0123456789abcdef',
    ],
    ['/records/x', 'records/?id=x'],
    ['/present?show=W1s&slide=2', 'present/?show=W1s&slide=2'],
  ])('%s stands in a mirror at %s, and is read back', (address, relative) => {
    expect(mirrorAddress(address)).toBe(relative);
    expect(siteAddress(relative)).toBe(address);
  });

  it.each([
    ['index.html?lang=ru', '/?lang=ru'],
    ['sources/index.html', '/sources'],
    ['sources', '/sources'],
    ['records/?lang=ru&id=x', '/records?lang=ru&id=x'],
    ['records/', '/records'],
  ])('is read from what a server or a person made of it: %s', (relative, address) => {
    expect(siteAddress(relative)).toBe(address);
  });
});
