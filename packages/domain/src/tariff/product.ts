import { InvalidCode } from './errors.js';

/** What is imported: a code of the Harmonized System, a list that instruments name, or a good on no list at all. */
export type Product =
  | { readonly kind: 'HS'; readonly digits: string }
  | { readonly kind: 'NAMED'; readonly name: string }
  | { readonly kind: 'ORDINARY' };

/** Chapter, heading, subheading, eight- and ten-digit line: pairs of digits, with or without dots between pairs. */
const HS_FORM = /^\d{2}(?:\.?\d{2}){0,4}$/;
const LIST_FORM = /^[a-z0-9]+(?:[-.]+[a-z0-9]+)*$/;

/** @throws InvalidCode when the text is neither an HS code nor the name of a list in form. */
export function parseProduct(given: string): Product {
  if (given === 'ordinary') return { kind: 'ORDINARY' };
  if (HS_FORM.test(given) && !given.startsWith('00'))
    return { kind: 'HS', digits: given.replaceAll('.', '') };
  if (!/^[\d.\s]*$/.test(given) && given.length <= 100 && LIST_FORM.test(given))
    return { kind: 'NAMED', name: given };
  throw new InvalidCode(
    'product',
    given,
    'is not an HS code; write 2, 4, 6, 8 or 10 digits such as 8703 or 7601.10, the name of a list such as potash, or "ordinary" for a good on no list',
  );
}
