import { type Day, formatDay } from '@policy-timeline/domain';
import { spellDay } from '@/language/format-day';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import type { Place } from '@/timeline/knowledge';
import { portionOf, type Span } from '@/timeline/scrub-range';
import { writeText } from '@/ui/write-text';

/** What the moving parts of the rail say. */
export interface RailTexts {
  readonly value: (place: Place) => string;
  readonly dateWord: string;
  readonly knownWord: string;
  readonly apart: (days: number) => string;
  readonly knownText: (day: Day) => string;
}

export function railTexts(locale: Locale, t: Translate): RailTexts {
  return {
    value: ({ date, knowledge }) =>
      t('rail.valueText', {
        day: spellDay(date, locale),
        knowledge: t(`rail.knowledge.${knowledge.mode}`, {
          day: knowledge.mode === 'fixed' ? spellDay(knowledge.day, locale) : '',
        }),
      }),
    dateWord: t('rail.date'),
    knownWord: t('rail.known'),
    apart: (days) => t(days >= 0 ? 'rail.ahead' : 'rail.behind', { days: Math.abs(days) }),
    knownText: (day) => t('rail.knownText', { day: spellDay(day, locale) }),
  };
}

/** Position of a day in the window, kept just outside it where the day is. */
export function percent(day: number, span: Span): string {
  return `${(Math.min(1.02, Math.max(-0.02, portionOf(day, span))) * 100).toFixed(3)}%`;
}

/** Bubbles stand away from each other and inside the rail; where both need the same room the known day's is raised. */
export function bubbleSides(date: number, known: number | null, span: Span, width = 1200): BubbleSides {
  const room = Math.min(0.46, (width < PHONE_RAIL_PX ? PHONE_BUBBLE_PX : BUBBLE_PX) / width);
  const at = portionOf(date, span);
  const knownAt = known === null ? at : portionOf(known, span);
  const side = (portion: number, wish: 'left' | 'right'): 'left' | 'right' =>
    portion > 1 - room ? 'left' : portion < room ? 'right' : wish;
  const dateSide = side(at, known !== null && known > date ? 'left' : 'right');
  const knownSide = side(knownAt, dateSide === 'right' ? 'left' : 'right');
  const facing = (dateSide === 'right') === knownAt > at || dateSide === knownSide;
  return { date: dateSide, known: knownSide, raised: facing && Math.abs(knownAt - at) < 2 * room };
}
/** What a bubble takes, thumb included. */
const BUBBLE_PX = 150;
/** On a phone it says the day alone, below the thumb. */
const PHONE_BUBBLE_PX = 72;
const PHONE_RAIL_PX = 641;
export interface BubbleSides {
  readonly date: 'left' | 'right';
  readonly known: 'left' | 'right';
  readonly raised: boolean;
}

/** Moves thumbs and rewrites the slider texts: transforms and attributes only. */
export function paintHeads(
  rail: HTMLElement,
  place: Place,
  span: Span,
  texts: RailTexts,
  /** Of the rail in pixels, measured beforehand: measuring here would lay out the page in every frame. */
  width: number,
): void {
  const fixed = place.knowledge.mode === 'fixed' ? place.knowledge.day : null;
  const sides = bubbleSides(place.date, fixed, span, width);
  const date = rail.querySelector<HTMLElement>('[data-head="date"]');
  if (date) {
    date.style.transform = `translateX(${percent(place.date, span)})`;
    date.dataset.side = sides.date;
    const thumb = date.querySelector('[role="slider"]');
    thumb?.setAttribute('aria-valuenow', String(place.date));
    thumb?.setAttribute('aria-valuetext', texts.value(place));
    writeText(date.querySelector('.bub b'), formatDay(place.date));
  }
  const known = rail.querySelector<HTMLElement>('[data-head="known"]');
  if (known && fixed !== null) {
    known.style.transform = `translateX(${percent(fixed, span)})`;
    known.dataset.side = sides.known;
    known.dataset.raised = String(sides.raised);
    const thumb = known.querySelector('[role="slider"]');
    thumb?.setAttribute('aria-valuenow', String(fixed));
    thumb?.setAttribute('aria-valuetext', texts.knownText(fixed));
    writeText(known.querySelector('.bub b'), formatDay(fixed));
  }
}

/** Moves the ground of the plan, which begins with the day `border`. */
export function paintPlan(rail: HTMLElement, border: number, span: Span): void {
  const shift = `translateX(${percent(border, span)})`;
  const label = rail.querySelector<HTMLElement>('.plan-label');
  if (label) label.style.visibility = portionOf(border, span) > 0.88 ? 'hidden' : 'visible';
  for (const plan of rail.querySelectorAll<HTMLElement>('[data-plan]')) plan.style.transform = shift;
}
