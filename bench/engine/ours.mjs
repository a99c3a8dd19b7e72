// Our side, over a build of packages/domain: this one or, for --compare, that of another revision. What an older revision has
// not built is answered by what it has: a line by whole states, a difference by two of them.
const NOMINAL = { reading: 'NOMINAL', track: 'LEGAL' };

export class Ours {
  constructor(domain, records) {
    this.domain = domain;
    this.timeline = domain.Timeline.of(records);
    this.newest = this.timeline.newestKnown;
    const built = this.timeline.table('NOMINAL', 'LEGAL');
    this.built = built;
    this.table = built.table ?? built;
    this.slotIds = built.ids ?? (built.slots ?? this.timeline.slots).map(({ id }) => id);
    this.slotIndex = built.slotIndex ?? new Map(this.slotIds.map((id, i) => [id, i]));
    this.slotCount = this.slotIds.length;
    this.before = new Int32Array(this.slotCount);
    this.after = new Int32Array(this.slotCount);
  }

  row(slot, date, knownAt) {
    return this.table.row(slot, date, knownAt);
  }

  /** A row as the peers can say it: which status the rectangle has, which event decides, whether a value holds. */
  decided(row) {
    const { columns } = this.table;
    if (columns.deciding)
      return { status: this.table.plainStatusAt(row), event: this.built.eventAt(columns.deciding[row]) };
    return {
      status: this.domain.STATUSES[columns.status[row]],
      event: this.built.eventAt
        ? this.built.eventAt(columns.event[row])
        : (this.built.events[columns.event[row]] ?? null),
    };
  }

  state(date, knownAt, out) {
    const { wholeState, viewOf } = this.domain;
    return wholeState
      ? wholeState(this.timeline, viewOf({ date, knownAt }), out)
      : this.table.state(date, knownAt, out);
  }

  /** `along` as openLine takes it. */
  line(along) {
    if (this.domain.openLine) return this.domain.openLine(this.timeline, along, NOMINAL);
    const state = (day, out) =>
      along.axis === 'KNOWN'
        ? this.table.state(along.date, day, out)
        : this.table.state(day, along.asLived ? day : along.knownAt, out);
    return { at: state, move: (out, _from, to) => state(to, out) };
  }

  /** Slots whose row differs between two views. */
  diff(a, b) {
    const { diffRows, viewOf } = this.domain;
    if (diffRows) return diffRows(this.timeline, viewOf(a), viewOf(b)).slots;
    this.table.state(a.date, a.knownAt, this.before);
    this.table.state(b.date, b.knownAt, this.after);
    const slots = [];
    for (let slot = 0; slot < this.slotCount; slot++)
      if (this.before[slot] !== this.after[slot]) slots.push(slot);
    return slots;
  }

  /** Appends and answers the latest whole state of what came out. */
  appendThenState(timeline, records, date, out) {
    const { wholeState, viewOf } = this.domain;
    const grown = timeline.append(records);
    if (wholeState) return wholeState(grown, viewOf({ date }), out);
    const built = grown.table('NOMINAL', 'LEGAL');
    return (built.table ?? built).state(date, grown.newestKnown, out);
  }

  /** Every rectangle, for the peers that keep them in SQL. */
  rectangles() {
    const { columns } = this.table;
    const { slotStart, slotEnd } = columns;
    const { slotCount, domain } = this;
    const bounds = ['dateFrom', 'dateUntil', 'knownFrom', 'knownUntil'];
    const readers = bounds.map((name) =>
      columns.days ? (row) => domain[`${name}At`](columns, row) : (row) => columns[name][row],
    );
    const endOf = (slot) => (slotEnd ? slotEnd[slot] : slotStart[slot + 1]);
    let count = 0;
    for (let slot = 0; slot < slotCount; slot++) count += endOf(slot) - slotStart[slot];
    return {
      slotCount,
      count,
      forEach(see) {
        for (let slot = 0; slot < slotCount; slot++)
          for (let row = slotStart[slot]; row < endOf(slot); row++)
            see(slot, ...readers.map((read) => read(row)), row);
      },
    };
  }
}
