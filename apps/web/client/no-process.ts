/** `process` in browsers: React asks whether there is one that hears of faults, and the bundler would bring all of Node’s. */
export const env = {};
