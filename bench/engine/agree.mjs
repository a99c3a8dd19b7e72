// Nothing is timed before every peer has given our answers.

/** What the deciding statement of a replay means as a status; undefined decides nothing. */
function sameDecision(winner, ours) {
  if (winner === undefined) return ours.status !== 'IN_FORCE' && ours.status !== 'SUSPENDED';
  switch (winner.act) {
    case 'VALUE':
      return ours.status === 'IN_FORCE' && ours.event === winner.event;
    case 'SUSPENSION':
      return ours.status === 'SUSPENDED' && ours.event === winner.event;
    case 'END':
      return (ours.status === 'ENDED' || ours.status === 'SUPERSEDED') && ours.event === winner.event;
    default:
      return ours.status === 'NOT_IN_FORCE';
  }
}

function differ(what, slot, { date, knownAt }, theirs, ours) {
  throw new Error(
    `${what}: ${slot} at (date ${date}, knownAt ${knownAt}): ${JSON.stringify(theirs)} against ${JSON.stringify(ours)}`,
  );
}

/** Compares whole states, and the hottest slot alone. @returns how many answers were compared. */
export async function agree({ ours, naive, sqlite, postgres, emmett, hot }, questions) {
  let compared = 0;
  const out = new Int32Array(ours.slotCount);
  for (const question of questions.slice(0, 12)) {
    const { date, knownAt } = question;
    ours.state(date, knownAt, out);
    naive.state(date, knownAt).forEach((winner, slot) => {
      const answer = ours.decided(out[slot]);
      if (!sameDecision(winner, answer)) differ('naive replay', ours.slotIds[slot], question, winner, answer);
      compared++;
    });
    const lists = sqlite
      ? [
          ['SQLite, correlated', sqlite.stateCorrelated(date, knownAt)],
          ['SQLite, R*Tree', sqlite.stateTree(date, knownAt)],
        ]
      : [];
    if (postgres) lists.push(['PostgreSQL', await postgres.state(date, knownAt)]);
    for (const [name, list] of lists) {
      if (list.length !== ours.slotCount)
        throw new Error(`${name}: ${list.length} slots against ${ours.slotCount}`);
      for (const [slot, row] of list) {
        if (row !== out[slot]) differ(name, ours.slotIds[slot], question, row, out[slot]);
        compared++;
      }
    }
    if (sqlite) {
      ours.state(date, ours.newest, out);
      for (const [slot, row] of sqlite.stateNow(date))
        if (row !== out[slot]) differ('SQLite, now', ours.slotIds[slot], question, row, out[slot]);
    }
    const later = { date: date + 30, knownAt };
    const changed = new Set(ours.diff(question, later));
    for (const slot of naive.diff(question, later))
      if (!changed.has(slot)) differ('diff, naive', ours.slotIds[slot], question, 'changed', 'unchanged');
    if (postgres) {
      // A rectangle that says the same as the one before it is another row to PostgreSQL.
      const theirs = new Set((await postgres.diff(question, later)).map(([slot]) => slot));
      for (const slot of changed)
        if (!theirs.has(slot))
          differ('diff, PostgreSQL', ours.slotIds[slot], question, 'unchanged', 'changed');
    }
  }
  for (const question of questions.slice(0, 100)) {
    const { date, knownAt } = question;
    const row = ours.row(hot, date, knownAt);
    for (const [name, theirs] of [
      ['SQLite, one slot', sqlite?.oneByKnown(hot, date, knownAt)],
      ['SQLite, one slot', sqlite?.oneByDate(hot, date, knownAt)],
      ['PostgreSQL, one slot', await postgres?.slot(hot, date, knownAt)],
    ]) {
      if (theirs !== undefined && theirs !== row) differ(name, ours.slotIds[hot], question, theirs, row);
    }
    const winner = await emmett?.slot(hot, date, knownAt);
    if (emmett && !sameDecision(winner, ours.decided(row)))
      differ('Emmett', ours.slotIds[hot], question, winner, ours.decided(row));
    compared++;
  }
  agreeOnLines(ours, questions);
  return compared;
}

/** A line's whole state, jumped to or scrubbed to, is the whole state asked for directly. */
function agreeOnLines(ours, questions) {
  const [direct, jumped, moved] = [0, 1, 2].map(() => new Int32Array(ours.slotCount));
  for (const { date, knownAt } of questions.slice(0, 8)) {
    for (const [along, viewAt] of [
      [{ axis: 'VALID', knownAt }, (day) => [day, knownAt]],
      [{ axis: 'VALID', asLived: true }, (day) => [day, day]],
      [{ axis: 'KNOWN', date }, (day) => [date, day]],
    ]) {
      const line = ours.line(along);
      const day = along.axis === 'KNOWN' ? knownAt : date;
      line.at(day, moved);
      line.move(moved, day, day + 40);
      line.at(day + 40, jumped);
      for (let slot = 0; slot < ours.slotCount; slot++)
        direct[slot] = ours.table.row(slot, ...viewAt(day + 40));
      for (let slot = 0; slot < ours.slotCount; slot++)
        if (direct[slot] !== jumped[slot] || direct[slot] !== moved[slot])
          differ('line', ours.slotIds[slot], { date, knownAt }, [jumped[slot], moved[slot]], direct[slot]);
    }
  }
}
