// Loaded before the program: the first picture is there at once, the next one never comes, which is said in a line.
const resvg = require('@resvg/resvg-js');

const READY = 1;
let asked = 0;

resvg.renderAsync = () => {
  asked += 1;
  if (asked <= READY) return Promise.resolve({ asPng: () => Buffer.from('pixels') });
  process.stdout.write('held\n');
  // Like one that is being drawn, it keeps the process alive.
  return new Promise(() => setInterval(() => {}, 1_000_000));
};
