/** Small choices kept in this browser, by name; where it keeps nothing they are absent. */
const key = (name: string): string => `policy-timeline:${name}`;

export function kept(name: string): string | null {
  try {
    return window.localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(key(name));
    else window.localStorage.setItem(key(name), value);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
