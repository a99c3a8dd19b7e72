import { describe, expect, it } from 'vitest';
import { nearIds } from './near-ids';

const known = [
  { id: 'jpn-15', title: '日本：通常税率込み15%', href: '/event/jpn-15' },
  { id: 'eo-14345', title: '大統領令14345号', href: '/event/eo-14345' },
  { id: 'eo-14266', title: '大統領令14266号', href: '/event/eo-14266' },
];

describe('what may have been meant', () => {
  it('a wrong letter, a missing hyphen or the title find the entry', () => {
    expect(nearIds('jpn15', known)[0]?.id).toBe('jpn-15');
    expect(nearIds('eo-14354', known)[0]?.id).toBe('eo-14345');
    expect(nearIds('大統領令14266', known)[0]?.id).toBe('eo-14266');
  });

  it('says nothing where nothing comes near', () => {
    expect(nearIds('wp-login.php', known)).toEqual([]);
    expect(nearIds('', known)).toEqual([]);
  });
});
