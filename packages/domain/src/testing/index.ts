export * from './builders.js';
export * from './oracle.js';
export * from './realistic/index.js';
