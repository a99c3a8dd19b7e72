export * from './builders.js';
export { HOSTILE_VALUES, pick, seeded, spoiled } from './hostile.js';
export * from './oracle.js';
export { firstDifference, type PackDifference } from './pack-difference.js';
export * from './realistic/index.js';
