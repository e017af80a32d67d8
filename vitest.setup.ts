import fc from 'fast-check';

// The same commit has the same outcome everywhere. `SEED=7 npx vitest run` asks other random questions.
const { SEED = '2012' } = process.env;
const seed = Number(SEED);
if (!Number.isInteger(seed)) throw new Error(`SEED is no whole number: ${SEED}`);
fc.configureGlobal({ seed });
