import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const shown = readdirSync(here)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n');

/** Behaviour without a picture of its own, and the page of what is not there, which is shown by going there. */
const NOT_DRAWN = new Set(['gallery', 'not-found', 'pane-dividers', 'pane-swipe', 'language-switch']);

describe('the gallery', () => {
  it('shows a part of every feature, so that a new one is missed at once', () => {
    const features = readdirSync(join(here, '..')).filter((name) => !NOT_DRAWN.has(name));
    expect(features.filter((name) => !shown.includes(`@/features/${name}/`))).toEqual([]);
  });
});
