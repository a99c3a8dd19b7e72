/** Something that can be looked up, and where. */
export interface Known {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

const LEAST_ALIKE = 0.45;

/** The entries whose id or title is most like what was asked for, most alike first; none where nothing comes near. */
export function nearIds(asked: string, known: Iterable<Known>, most = 5): readonly Known[] {
  const wanted = pairsOf(asked);
  const found: { readonly entry: Known; readonly alike: number }[] = [];
  for (const entry of known) {
    const alike = Math.max(likeness(wanted, pairsOf(entry.id)), likeness(wanted, pairsOf(entry.title)));
    if (alike >= LEAST_ALIKE) found.push({ entry, alike });
  }
  return found
    .sort((a, b) => b.alike - a.alike || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** Neighbouring letters, folded; Dice's coefficient counts how many two words share. */
function pairsOf(text: string): ReadonlySet<string> {
  const folded = ` ${text.normalize('NFKC').toLowerCase()} `;
  return new Set(Array.from({ length: folded.length - 1 }, (_, i) => folded.slice(i, i + 2)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
