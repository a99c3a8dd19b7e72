import { type Day, formatDay, type PackReader } from '@policy-timeline/domain';
import { askServer } from '@/lib/ask-server';
import { type QuoteTotal, STEP_NAMES, stepsQuery } from './duty-query';
import { type DutyQuestion, questionInput, trackOf } from './duty-question';

/** From this known day on the answer was this, until the next step. */
export interface DutyStep {
  readonly from: Day;
  readonly quote: QuoteTotal;
}

const BEFORE_DAYS = 240;
const AFTER_DAYS = 200;
const MOST_STEPS = 24;

/** How the answer for one day changed with what was known: asked on every day on which something about this partner became known. */
export async function dutySteps(
  reader: PackReader,
  question: DutyQuestion,
): Promise<{ readonly from: Day; readonly until: Day; readonly steps: readonly DutyStep[] } | null> {
  const from = (question.date - BEFORE_DAYS) as Day;
  const until = Math.min(question.date + AFTER_DAYS, reader.newestKnown + 1) as Day;
  if (until <= from) return null;
  const days = new Set<Day>([from]);
  for (const event of reader.pack.events) {
    if (event.family !== 'TARIFF' || event.known <= from || event.known >= until) continue;
    if (event.partners.includes(question.partner) || event.partners.includes('*'))
      days.add(event.known as Day);
  }
  const asked = nearest([...days], question.date).sort((a, b) => a - b);
  const batches: Day[][] = [];
  for (let i = 0; i < asked.length; i += STEP_NAMES.length)
    batches.push(asked.slice(i, i + STEP_NAMES.length));
  const answers = await Promise.all(
    batches.map((batch) => {
      const last = batch.at(-1) as Day;
      const known = Object.fromEntries(STEP_NAMES.map((name, i) => [name, formatDay(batch[i] ?? last)]));
      return askServer(stepsQuery, {
        date: formatDay(question.date),
        question: questionInput(question),
        track: trackOf(question),
        ...(known as Record<(typeof STEP_NAMES)[number], string>),
      });
    }),
  );
  const steps: DutyStep[] = [];
  for (const [b, answer] of answers.entries()) {
    if (!answer.ok) return null;
    for (const [i, day] of (batches[b] ?? []).entries()) {
      const quote = answer.data[STEP_NAMES[i] as (typeof STEP_NAMES)[number]];
      const before = steps.at(-1);
      if (!before || JSON.stringify(before.quote) !== JSON.stringify(quote)) steps.push({ from: day, quote });
    }
  }
  return { from, until, steps };
}

/** The days closest to the day of entry; the first of the span always stays. */
function nearest(days: readonly Day[], date: Day): Day[] {
  const first = Math.min(...days) as Day;
  const rest = days.filter((day) => day !== first).sort((a, b) => Math.abs(a - date) - Math.abs(b - date));
  return [first, ...rest.slice(0, MOST_STEPS - 1)];
}
