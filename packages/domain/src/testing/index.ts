export * from './builders.js';
export * from './oracle.js';
