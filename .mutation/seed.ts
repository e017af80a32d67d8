import fc from 'fast-check';

// A fault that is noticed is noticed in every run.
fc.configureGlobal({ seed: 21 });
