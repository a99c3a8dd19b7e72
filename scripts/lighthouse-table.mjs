/** What Lighthouse is asked for. */
export const categories = ['performance', 'accessibility', 'best-practices'];

export function scoreOf(result, category) {
  const score = result.categories[category]?.score;
  return typeof score === 'number' ? String(Math.round(score * 100)) : '–';
}

/** Sentences, one per audit that keeps a page from 100 in accessibility or best practices. */
export function findingsOf({ page, form, result }) {
  return categories
    .filter((name) => name !== 'performance')
    .flatMap((name) => result.categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (result.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => {
      const { title, details } = result.audits[id];
      const places = (details?.items ?? [])
        .map(({ node, description, url }) => node?.selector ?? description ?? url)
        .filter(Boolean);
      const [first, ...more] = places;
      return `\`${page}\` ${form}: ${title}${first ? ` (\`${first}\`${more.length > 0 ? ` and ${more.length} more` : ''})` : ''}`;
    });
}

/** Gzip as it came over the wire, headers included. */
function scriptKib(result) {
  const requests = result.audits['network-requests']?.details?.items ?? [];
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script');
  return scripts.reduce((bytes, { transferSize }) => bytes + transferSize, 0) / 1024;
}

function measured(result, audit, unit) {
  const value = result.audits[audit]?.numericValue;
  if (typeof value !== 'number') return '–';
  if (unit === 's') return `${(value / 1000).toFixed(1)} s`;
  return unit === 'ms' ? `${Math.round(value)} ms` : value.toFixed(3);
}

/**
 * The document of a whole run.
 * @param rows `{ page, form, result }`, each with Lighthouse’s own report
 * @param load how many processes waited for the processors before the run began, by the system’s mean of a minute
 */
export function documentOf(rows, { load, processors, date }) {
  const lines = rows.map(({ page, form, result }) => {
    const cells = [
      `\`${page}\``,
      form,
      ...categories.map((name) => scoreOf(result, name)),
      measured(result, 'largest-contentful-paint', 's'),
      measured(result, 'total-blocking-time', 'ms'),
      measured(result, 'cumulative-layout-shift', ''),
      `${scriptKib(result).toFixed(1)} KiB`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const findings = rows.flatMap(findingsOf);
  const busy = load > processors / 2;
  return `# Lighthouse

Written by \`npm run lighthouse\` from the built product on one machine, without a network: Lighthouse ${rows[0]?.result.lighthouseVersion ?? ''}, its own
throttling (mobile: slow 4G and a 4× slower processor; desktop: 10 Mbit/s), the whole record loaded, each page once. Scores are of 100.
Accessibility, best practices, layout shift and script do not depend on what else the machine does; performance, largest paint and blocked
time do. On ${date} ${load.toFixed(1)} processes shared ${processors} processors before the run began${busy ? ': its performance is a lower bound' : ''}.

| page | form | performance | accessibility | best practices | largest paint | blocked | layout shift | script, gzip |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}

${findings.length === 0 ? 'No audit of accessibility or best practices found anything.' : `What audits of accessibility and best practices found:\n\n${findings.map((line) => `- ${line}`).join('\n')}`}
`;
}
