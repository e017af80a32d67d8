/**
 * What browsers have of a document by a name. Foreign HTML of a page may have an image, a form or a frame whose name takes the place of it
 * in the document itself: `<img name=querySelectorAll>`.
 */
export function ownOf<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document);
}
