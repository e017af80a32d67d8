/** A number as SVG has it, rounded: two decimals are a hundredth of a pixel. */
export function printNumber(value: number, decimals = 2): string {
  const factor = 10 ** decimals;
  return String(Math.round(value * factor) / factor);
}
