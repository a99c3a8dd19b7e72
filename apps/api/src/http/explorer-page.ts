/** Questions the page offers. */
export const explorerExamples: readonly {
  readonly title: string;
  readonly query: string;
  readonly variables?: string;
}[] = [
  {
    title: 'What held for Japan on 8 July 2025',
    query:
      '{\n  stateAsOf(date: "2025-07-08", filter: { partners: ["JPN"], families: [TARIFF] }) {\n    basis\n    counts { inForce suspended scheduled }\n    readings { edges { node {\n      slot status certainty projected validFrom validUntil\n      value { __typename ... on RateValue { ratePercent rateBasis } }\n      decidedBy { id title { en ja } sources { title { en } where } }\n    } } }\n  }\n}',
  },
  {
    title: 'What was ahead on 21 March 2018',
    query:
      '{\n  upcoming(date: "2018-03-21", knownAt: "2018-03-21") {\n    date daysLeft kind firmness\n    event { title { en ja } }\n  }\n}',
  },
  {
    title: 'What changed between 17 and 18 March 2018',
    query:
      'query Changed($from: Date!, $to: Date!) {\n  diff(a: { date: $from }, b: { date: $to }) {\n    rows { kind change slot after { status decidedBy { title { en ja } } } }\n  }\n}',
    variables: '{ "from": "2018-03-17", "to": "2018-03-18" }',
  },
];

/** A page to ask from, whole in itself: no script, style or font comes from elsewhere, so it works offline. */
export const explorerPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>policy-timeline · GraphQL</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 72rem; padding: 1rem; }
  h1 { font-size: 1.25rem; }
  main { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); }
  label { display: block; font-weight: 600; }
  textarea, pre { box-sizing: border-box; width: 100%; font: 0.875rem/1.45 ui-monospace, monospace; }
  pre { margin: 0; max-height: 70vh; overflow: auto; white-space: pre-wrap; border: 1px solid; padding: 0.5rem; }
  button { font: inherit; padding: 0.35rem 0.9rem; }
  nav button { margin: 0 0.35rem 0.35rem 0; }
</style>
<h1>policy-timeline · GraphQL</h1>
<p>US trade and foreign policy on any day, as it stood and as it was known. Reading is open; appending needs a bearer token.
  <a href="/healthz">health</a> · <a href="/pack">the browser's data</a> · subscriptions are served at <code>/graphql/stream</code></p>
<nav aria-label="Examples"></nav>
<main>
  <form>
    <label>Query (Ctrl+Enter runs it)<textarea name="query" rows="18" spellcheck="false"></textarea></label>
    <label>Variables (JSON)<textarea name="variables" rows="4" spellcheck="false"></textarea></label>
    <label>Editor key, for mutations<br><input name="key" type="password" autocomplete="off" size="48"></label>
    <p><button>Run</button> <button type="button" id="schema">Show the schema</button></p>
  </form>
  <section><label id="answer-name">Answer</label><pre tabindex="0" aria-labelledby="answer-name" aria-live="polite">…</pre></section>
</main>
<script>
  const examples = ${JSON.stringify(explorerExamples).replaceAll('<', '\\u003c')};
  const form = document.querySelector('form');
  const answer = document.querySelector('pre');
  const show = (value) => { answer.textContent = typeof value === 'string' ? value : JSON.stringify(value, null, 2); };
  async function ask(query, variables) {
    const headers = { 'content-type': 'application/json' };
    if (form.key.value) headers.authorization = 'Bearer ' + form.key.value;
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return response.json();
  }
  async function run() {
    try {
      const variables = form.variables.value.trim() ? JSON.parse(form.variables.value) : {};
      show('…');
      show(await ask(form.query.value, variables));
    } catch (error) { show(String(error)); }
  }
  function take({ query, variables = '' }) { form.query.value = query; form.variables.value = variables; }
  for (const example of examples) {
    const button = document.createElement('button');
    button.textContent = example.title;
    button.onclick = () => { take(example); run(); };
    document.querySelector('nav').append(button);
  }
  form.onsubmit = (event) => { event.preventDefault(); run(); };
  form.onkeydown = (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } };
  document.querySelector('#schema').onclick = async () => {
    const { data } = await ask('{ __schema { types { name description kind fields { name description args { name } } inputFields { name description } enumValues { name description } } } }');
    show(data.__schema.types.filter(({ name }) => !name.startsWith('__')).map(({ name, description, kind, fields, inputFields, enumValues }) =>
      kind.toLowerCase() + ' ' + name + (description ? ' # ' + description : '') + '\\n' +
      (fields || inputFields || enumValues || []).map((f) => '  ' + f.name + (f.args && f.args.length ? '(' + f.args.map((a) => a.name).join(', ') + ')' : '') + (f.description ? ' # ' + f.description : '')).join('\\n')
    ).join('\\n\\n'));
  };
  take(examples[0]);
</script>
</html>
`;
