/**
 * Puts values into a template: `fill('{n} records', { n: '12' })`. Throws on a placeholder without a value, because a
 * sentence with a hole in it is worse than no sentence.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`no value for {${name}} in: ${template}`);
    return value;
  });
}
