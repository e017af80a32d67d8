/** The day on which a command runs, where the operator is. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((it) => String(it).padStart(2, '0'))
    .join('-');
}
