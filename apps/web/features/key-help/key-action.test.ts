import { describe, expect, it } from 'vitest';
import { keyAction } from './key-action';

const press = (key: string, extra: Partial<{ ctrlKey: boolean; shiftKey: boolean }> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...extra,
});
const anywhere = { typing: false, onSlider: false, singleKeys: true };

describe('keys', () => {
  it('act outside fields', () => {
    expect(keyAction(press('.'), anywhere)).toBe('nextChange');
    expect(keyAction(press('K'), anywhere)).toBe('mode');
    expect(keyAction(press(' '), anywhere)).toBeNull();
    expect(keyAction(press(' '), { ...anywhere, onSlider: true })).toBe('toggle-play');
  });
  it('are text inside fields, and belong to the browser with a modifier', () => {
    expect(keyAction(press('k'), { ...anywhere, typing: true })).toBeNull();
    expect(keyAction(press('d', { ctrlKey: true }), anywhere)).toBeNull();
  });
  it('open the palette from anywhere, and the known day with Shift', () => {
    expect(keyAction(press('k', { ctrlKey: true }), { ...anywhere, typing: true })).toBe('palette');
    expect(keyAction(press('K', { shiftKey: true }), anywhere)).toBe('focusKnown');
    expect(keyAction(press('3'), anywhere)).toBe('matrix');
  });
  it('can be switched off, all but Escape', () => {
    expect(keyAction(press('k'), { ...anywhere, singleKeys: false })).toBeNull();
    expect(keyAction(press('Escape'), { ...anywhere, singleKeys: false })).toBe('escape');
  });
});
