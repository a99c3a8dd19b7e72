// node:sqlite over the same rectangles, in memory: a covering index for one slot, and for whole states both a correlated
// subquery over that index and an R*Tree of (date, knownAt); for the latest state an index of what is known now.
import { DatabaseSync } from 'node:sqlite';

export class SqlitePeer {
  /** @param newest what the latest state is known by. */
  constructor(rectangles, newest) {
    const knownNow = `known_from <= ${newest} AND known_until > ${newest}`;
    const db = new DatabaseSync(':memory:');
    this.db = db;
    db.exec(`
      PRAGMA cache_size = -1000000;
      CREATE TABLE slot(id INTEGER PRIMARY KEY);
      CREATE TABLE rect(slot INTEGER, date_from INTEGER, date_until INTEGER, known_from INTEGER, known_until INTEGER, row INTEGER);
      CREATE VIRTUAL TABLE plane USING rtree_i32(row, date_first, date_last, known_first, known_last, +slot INTEGER);
      BEGIN;`);
    const slot = db.prepare('INSERT INTO slot VALUES (?)');
    const rect = db.prepare('INSERT INTO rect VALUES (?, ?, ?, ?, ?, ?)');
    const plane = db.prepare('INSERT INTO plane VALUES (?, ?, ?, ?, ?, ?)');
    for (let i = 0; i < rectangles.slotCount; i++) slot.run(i);
    rectangles.forEach((s, dateFrom, dateUntil, knownFrom, knownUntil, row) => {
      rect.run(s, dateFrom, dateUntil, knownFrom, knownUntil, row);
      plane.run(row, dateFrom, dateUntil - 1, knownFrom, knownUntil - 1, s);
    });
    db.exec(`
      COMMIT;
      CREATE INDEX by_known ON rect(slot, known_from DESC, date_from, date_until, known_until, row);
      CREATE INDEX by_date ON rect(slot, date_from DESC, known_from, date_until, known_until, row);
      CREATE INDEX now ON rect(date_from, date_until, slot, row) WHERE ${knownNow};
      ANALYZE;`);
    const one = (index) =>
      db.prepare(`SELECT row FROM rect INDEXED BY ${index} WHERE slot = ? AND known_from <= ? AND known_until > ?
        AND date_from <= ? AND date_until > ? LIMIT 1`);
    this.byKnown = one('by_known');
    this.byDate = one('by_date');
    this.correlated =
      db.prepare(`SELECT id, (SELECT row FROM rect INDEXED BY by_date WHERE slot = id AND date_from <= ?1
        AND date_until > ?1 AND known_from <= ?2 AND known_until > ?2 LIMIT 1) AS row FROM slot`);
    this.tree = db.prepare(
      'SELECT slot, row FROM plane WHERE date_first <= ?1 AND date_last >= ?1 AND known_first <= ?2 AND known_last >= ?2',
    );
    this.now = db.prepare(
      `SELECT slot, row FROM rect INDEXED BY now WHERE ${knownNow} AND date_from <= ?1 AND date_until > ?1`,
    );
    for (const whole of [this.correlated, this.tree, this.now]) whole.setReturnArrays(true);
  }

  oneByKnown(slot, date, knownAt) {
    return this.byKnown.get(slot, knownAt, knownAt, date, date).row;
  }
  oneByDate(slot, date, knownAt) {
    return this.byDate.get(slot, knownAt, knownAt, date, date).row;
  }
  stateCorrelated(date, knownAt) {
    return this.correlated.all(date, knownAt);
  }
  stateTree(date, knownAt) {
    return this.tree.all(date, knownAt);
  }
  /** Only for the newest known day. */
  stateNow(date) {
    return this.now.all(date);
  }
  close() {
    this.db.close();
  }
}
