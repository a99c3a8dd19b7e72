/**
 * How long an answer to a GET may be kept: for ever when it was asked with a basis, else by a cache in front for so many
 * seconds (POLICY_SHARED_CACHE_SECONDS), and by a reader only to ask again with its tag.
 */
export function lifetimeOf(settled: boolean, sharedSeconds: number): string {
  if (settled) return 'public, max-age=31536000, immutable';
  return sharedSeconds === 0
    ? 'public, no-cache'
    : `public, max-age=0, s-maxage=${sharedSeconds}, stale-while-revalidate=${sharedSeconds}`;
}
